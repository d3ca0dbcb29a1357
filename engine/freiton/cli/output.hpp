// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "freiton/core/problem.hpp"
#include "freiton/model/call_log.hpp"
#include "freiton/report/document.hpp"
#include "freiton/report/plan_report.hpp"
#include "freiton/report/workbook.hpp"

namespace freiton::cli {

/// What every command understands.
struct CommonOptions {
    bool json = false;
    std::filesystem::path csv_directory;
    std::filesystem::path html_file{};
    std::filesystem::path xlsx_file{};
    report::Language language = report::Language::en;
    std::optional<std::uint64_t> seed{};  // else the scenario's own
    int threads = 0;                      // 0: as many as the machine runs at once
    bool quiet = false;
    bool may_take_hours = false;
    std::vector<std::string> changes{};  // "KEY=VALUE", in place of what the scenario says
    Problems wrong_values{};             // of options
};

/// Writes all of it to stdout and makes sure that it arrived. Throws OutputError.
void print(std::string_view text);

/// The workbook of a report; of commands that have none it is not asked for.
using WorkbookOf = std::function<report::Workbook(const report::Document&)>;

/// Writes the page where --html asked for it and the workbook where --xlsx did; prints the report, or `json()` where
/// --json did. All say what was set. Throws OutputError.
void deliver(const report::Document& report, const std::function<std::string()>& json, const CommonOptions& common,
             const WorkbookOf& workbook = {});

/// Throws InputError if one of these files is there: somebody may have edited it since.
void refuse_to_overwrite(const std::vector<std::filesystem::path>& files);

/// What was found in a log and which files were written of it: for a machine, where --json asked for it.
std::string import_answer(const LogSummary& summary, const std::vector<std::string>& written,
                          const CommonOptions& common);

/// Makes the directory where needed and writes the files into it. Throws OutputError.
void write_all(const std::filesystem::path& directory, const std::vector<report::NamedBytes>& files);

}  // namespace freiton::cli
