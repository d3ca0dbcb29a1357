// SPDX-License-Identifier: Apache-2.0
#pragma once

/// All that a program needs that plans, simulates or compares with Freiton; see docs/embedding.md. What is included
/// here, directly or not, is installed and stays as compatible as the version says. Everything else is the engine's
/// own.

#include "freiton/analytic/erlang_a.hpp"  // the calculators: Erlang A, B and C
#include "freiton/analytic/erlang_b.hpp"
#include "freiton/analytic/erlang_c.hpp"
#include "freiton/analytic/erlang_case.hpp"   // a single question: so many calls, how many people?
#include "freiton/core/problem.hpp"           // InputError: what is wrong with a scenario, all at once
#include "freiton/core/run_control.hpp"       // threads, progress, stopping
#include "freiton/input/change_scenario.hpp"  // another value for any key
#include "freiton/input/read_call_log.hpp"    // what came so far, from any log
#include "freiton/input/read_scenario.hpp"    // a scenario from a file or a text, and back
#include "freiton/input/read_study.hpp"       // the same for a study
#include "freiton/model/comparison.hpp"
#include "freiton/model/plan_result.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/model/study_table.hpp"
#include "freiton/report/comparison_report.hpp"  // results as documents, JSON and CSV
#include "freiton/report/forecast_report.hpp"
#include "freiton/report/html_writer.hpp"  // a document as a page
#include "freiton/report/plan_report.hpp"
#include "freiton/report/plan_workbook.hpp"  // the same for spreadsheets
#include "freiton/report/problem_text.hpp"
#include "freiton/report/simulation_report.hpp"
#include "freiton/report/study_report.hpp"
#include "freiton/report/text_writer.hpp"  // a document for a terminal
#include "freiton/report/xlsx_writer.hpp"  // a workbook as a file's bytes
#include "freiton/study/compare.hpp"
#include "freiton/study/engine_version.hpp"
#include "freiton/study/forecast.hpp"
#include "freiton/study/plan.hpp"
#include "freiton/study/simulate.hpp"
#include "freiton/study/sweep.hpp"
