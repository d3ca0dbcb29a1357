// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>

#include "freiton/input/erlang_fields.hpp"

namespace freiton::python {

/// The parameters of many cases, one column each: `size` numbers, or one for all cases. Not a number stands for a case
/// that cannot be answered; infinite patience or lines for none.
struct ErlangColumns {
    struct Column {
        const double* values = nullptr;  // none: not given
        std::size_t size = 0;
        double at(std::size_t row) const { return values[size == 1 ? 0 : row]; }
    };

    ErlangModel model = ErlangModel::c;
    Counting counting = Counting::offered;
    bool fractional = false;
    std::array<Column, input::erlang_field_count> columns{};

    /// Throws std::invalid_argument naming the first column with a value outside its domain.
    void check() const;

    /// Nothing if one of its numbers is not one. Throws std::invalid_argument for agents that do not go with lines.
    std::optional<ErlangCase> at(std::size_t row) const;

  private:
    const Column& column(input::ErlangField field) const { return columns[static_cast<std::size_t>(field)]; }
};

/// The columns by the names that Python gives them: those of a table of cases, without "_target".
std::optional<input::ErlangField> erlang_field_of(const std::string& name);

}  // namespace freiton::python
