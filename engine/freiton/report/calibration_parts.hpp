// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/model/calibration.hpp"
#include "freiton/report/document.hpp"

namespace freiton::report {

/// A fitted value or its standard error, times in seconds so that both have one unit; as text "74.2 s", "5.1 %".
Figure fitted_figure(Fitted what, double value);
std::string fitted_text(Fitted what, double value, Language language);

/// Words: "patience, mean, s", "lognormal", "lognormal + balk"; for programs "lognormal".
std::string fitted_title(Fitted what, Language language);
std::string law_text(Law law, Language language);
std::vector<const PatienceCandidate*> laws_shown(const WorkCalibration& work);  // of each family the likelier one
std::string candidate_text(const PatienceCandidate& law, Language language);
std::string_view law_word(Law law);

/// A figure that log and simulation both show; abandonment as a share.
std::string shown_title(Compared figure, const Work& work, Language language);
Figure shown_value(Compared figure, double value);
std::string_view shown_key(Compared figure);  // "abandoned_share"

/// What was found of one kind of calls, and what remains unexplained; each a sentence.
std::vector<std::string> found_sentences(const Calibration& calibration, const WorkCalibration& work,
                                         Language language);
std::vector<std::string> unexplained_sentences(const Calibration& calibration, const WorkCalibration& work,
                                               Language language);

/// How near the scenario comes to the log with what was found, and without; and what was not taken for that reason.
std::vector<std::string> checked_sentences(const Calibration& calibration, const WorkCalibration& work,
                                           Language language);

/// Single intervals far off their day.
std::vector<std::string> outlying_sentences(const Calibration& calibration, const WorkCalibration& work,
                                            Language language);

/// Why something was not found out.
std::string not_fitted_text(NotFitted reason, Language language);

/// Tables: the values, the laws of patience, log and simulation, the lines for a scenario.
Table fitted_table(const WorkCalibration& work, Language language);
Table laws_table(const WorkCalibration& work, Language language);
Table shown_table(const Calibration& calibration, const WorkCalibration& work, Language language);
Table lines_table(const Calibration& calibration, Language language);

/// Kaplan and Meier's curve with its doubt, and the laws over it.
void add_patience_picture(const Calibration& calibration, const WorkCalibration& work, Language language,
                          Document& document);

}  // namespace freiton::report
