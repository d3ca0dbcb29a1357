// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "freiton/model/validation.hpp"
#include "freiton/report/document.hpp"

namespace freiton::report {

/// Figures as a reader knows them: "SL 20 s", "ASA"; "98.2 %", "12.5 s".
std::string compared_title(Compared figure, const Work& work, Language language);
Figure compared_value(Compared figure, double value);

/// One number of an interval or a day in lists: "asa_s", "asa_s_p05", "asa_s_p95", "asa_s_actual".
struct ComparedColumn {
    std::string key{};
    Compared figure{};
    ComparedFigures ComparedTime::*side = &ComparedTime::predicted;

    double value(const ComparedTime& time) const { return (time.*side)[figure]; }
};
const std::vector<ComparedColumn>& compared_columns();

/// Words for programs.
std::string_view leaning_word(Leaning leaning);
std::string_view band_verdict_word(BandVerdict verdict);
std::string_view cause_word(Cause cause);
inline constexpr Cause all_causes[] = {Cause::volume, Cause::handling_time, Cause::patience, Cause::rest};

/// "volumes", "people and the rest".
std::string cause_text(Cause cause, Language language);

/// Whether the prediction of a kind of work held, why not, and whether its bands held what they say. Each a sentence.
std::vector<std::string> verdict_sentences(const Validation& validation, const WorkValidation& work, Language language);

/// What could not be compared, and what the log does not tell; each a sentence.
std::vector<std::string> left_out_sentences(const NotCompared& left, Language language);

/// What only the scenario or only the log has, and how the log was read.
void say_what_was_read(const LogReading& reading, const NotCompared& left, Language language, Document& document);
std::vector<std::string> unknown_sentences(const Validation& validation, const WorkValidation& work, Language language);

/// Tables: each figure over all that was compared, day by day, by time of day, and what explains the errors.
Table figures_table(const Validation& validation, const WorkValidation& work, Language language);
Table compared_days_table(const Validation& validation, const WorkValidation& work, Language language);
Table time_of_day_table(const Validation& validation, const WorkValidation& work, Language language);
Table causes_table(const Validation& validation, const WorkValidation& work, Language language);

/// The actual figures as dots over the predicted line and its band.
void add_validation_pictures(const Validation& validation, const WorkValidation& work, Language language,
                             Document& document);

}  // namespace freiton::report
