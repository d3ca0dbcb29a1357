// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/study_run.hpp"

#include "freiton/core/atomic_file.hpp"
#include "freiton/core/contracts.hpp"
#include "freiton/report/study_report.hpp"
#include "freiton/study/engine_version.hpp"

namespace freiton::study {

StudyRun::StudyRun(const Variations& variations, const std::filesystem::path& directory, bool resume)
    : variations_{variations}, directory_{directory}, rows_(variations.count()) {
    if (directory_.empty()) return;
    checkpoint_.emplace(directory_, variations.study(), engine_version(), resume);
    for (StudyRow& row : checkpoint_->take_rows()) {
        const std::size_t variation = row.variation;
        rows_[variation] = std::move(row);
        ++done_;
    }
}

std::vector<std::size_t> StudyRun::missing() const {
    const std::lock_guard lock{mutex_};
    std::vector<std::size_t> missing;
    for (std::size_t i = 0; i < rows_.size(); ++i)
        if (!rows_[i]) missing.push_back(i);
    return missing;
}

std::size_t StudyRun::done() const {
    const std::lock_guard lock{mutex_};
    return done_;
}

void StudyRun::add(StudyRow row) {
    const std::lock_guard lock{mutex_};
    EXPECTS(open_ && row.variation < rows_.size());
    if (rows_[row.variation]) return;
    if (names_ && row.names && *names_ == *row.names) row.names = names_;
    names_ = row.names;
    if (checkpoint_) checkpoint_->add(row);
    const std::size_t variation = row.variation;
    rows_[variation] = std::move(row);
    ++done_;
}

void StudyRun::close() {
    const std::lock_guard lock{mutex_};
    open_ = false;
    checkpoint_.reset();
}

StudyTable StudyRun::finish(bool interrupted) {
    const std::lock_guard lock{mutex_};
    const input::StudyParts& parts = variations_.study().parts();
    StudyTable table{.title = parts.title,
                     .question = input::question_name(parts.question),
                     .design = input::design_name(parts.design),
                     .engine_version = engine_version(),
                     .variations = rows_.size(),
                     .inputs = variations_.study().inputs(),
                     .rows = {},
                     .settings = {},
                     .interrupted = interrupted && done_ < rows_.size()};
    for (const auto& row : rows_) {
        if (!row) continue;
        table.rows.push_back(*row);
        table.settings.push_back(variations_.settings(row->variation));
    }
    if (!checkpoint_) return table;
    checkpoint_->sync();
    if (done_ < rows_.size()) return table;
    AtomicFile file{directory_ / "table.csv"};
    report::study_csv(table, [&](std::string_view bytes) { file.write(bytes); });
    file.close();
    file.publish();
    return table;
}

}  // namespace freiton::study
