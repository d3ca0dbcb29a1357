// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "freiton/model/erlang_case.hpp"
#include "freiton/report/document.hpp"

namespace freiton::report {

/// A case with its answer, and what one agent fewer or more would do at the same load.
struct ErlangResult {
    ErlangCase question;
    std::optional<ErlangAnswer> answer;     // none: nothing keeps the promises
    std::optional<ErlangAnswer> one_fewer;  // none also where there is no agent to take away
    std::optional<ErlangAnswer> one_more;
};

/// For people: a small table and what must be said about it.
Document erlang_document(const ErlangResult& result, Language language);

/// For programs: one JSON object, keys as the columns of the tables; undefined and infinite figures are null.
std::string erlang_json(const ErlangResult& result);

/// Writes tables of cases: the columns that came in, `agents` filled in, the figures behind them. A column that bears a
/// figure's name is filled in anew.
class ErlangCsv {
  public:
    ErlangCsv(std::vector<std::string> titles, const std::vector<std::string>& columns, char separator);

    std::string header() const;
    std::string row(const std::vector<std::string_view>& cells, const std::optional<ErlangAnswer>& answer) const;

  private:
    std::size_t place_of(std::string_view column, const std::vector<std::string>& columns);

    std::vector<std::string> titles_;
    char separator_;
    std::size_t agents_;
    std::vector<std::size_t> figures_;
    std::size_t stable_;
};

}  // namespace freiton::report
