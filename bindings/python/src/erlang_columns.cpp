// SPDX-License-Identifier: Apache-2.0
#include "erlang_columns.hpp"

#include <cmath>
#include <stdexcept>

#include "freiton/core/text.hpp"
#include "freiton/report/problem_text.hpp"

namespace freiton::python {

using F = input::ErlangField;
using Q = input::ErlangQuantity;

namespace {

std::string name_of(F field) {
    std::string name{input::erlang_fields[static_cast<std::size_t>(field)].column};
    const auto suffix = name.find("_target");
    return name.substr(0, suffix);
}

[[noreturn]] void refuse(F field, const Problem& broken, double got) {
    throw std::invalid_argument(name_of(field) + ": " + report::rule_text(broken, report::Language::en) + ", got " +
                                number_text(got));
}

// What an infinite value of this field means: no limit.
bool may_be_infinite(F field) { return field == F::patience || field == F::lines; }

void check_value(F field, const input::ErlangFieldRule& rule, double value) {
    const auto bound = [&](Rule broken, double limit) {
        refuse(field, Problem{broken}.with({number_text(limit)}), value);
    };
    if (std::isnan(value) || (may_be_infinite(field) && value > 0.0 && std::isinf(value))) return;
    if (rule.least > 0.0 && value <= 0.0 && rule.quantity == Q::duration) bound(Rule::greater_than, 0.0);
    if (value < rule.least) bound(Rule::at_least, rule.least);
    if (value > rule.most) bound(Rule::at_most, rule.most);
    if (rule.quantity == Q::whole && value != std::floor(value)) bound(Rule::integer_expected, 0.0);
    if (rule.quantity == Q::people && value > 0.0 && value < input::smallest_erlangs)
        bound(Rule::at_least, input::smallest_erlangs);
}

}  // namespace

std::optional<F> erlang_field_of(const std::string& name) {
    for (std::size_t i = 0; i < input::erlang_field_count; ++i)
        if (!input::erlang_fields[i].column.empty() && name_of(static_cast<F>(i)) == name) return static_cast<F>(i);
    return std::nullopt;
}

void ErlangColumns::check() const {
    for (std::size_t i = 0; i < columns.size(); ++i)
        for (std::size_t row = 0; row < columns[i].size; ++row)
            check_value(static_cast<F>(i), input::erlang_fields[i], columns[i].values[row]);
}

std::optional<ErlangCase> ErlangColumns::at(std::size_t row) const {
    for (const Column& column : columns)
        if (column.values != nullptr && std::isnan(column.at(row))) return std::nullopt;
    const auto seconds = [&](F field) {
        const Column& given = column(field);
        return given.values != nullptr ? std::optional{Seconds{given.at(row)}} : std::nullopt;
    };
    const auto share = [&](F field) {
        const Column& given = column(field);
        return given.values != nullptr ? std::optional{Share{given.at(row)}} : std::nullopt;
    };
    ErlangCase question{.model = model, .fractional = fractional};
    if (column(F::load).values != nullptr) question.load = Erlangs{column(F::load).at(row)};
    if (column(F::agents).values != nullptr) question.agents = Agents{column(F::agents).at(row)};
    question.handling_time = seconds(F::handling_time);
    question.patience = seconds(F::patience);
    if (question.patience && std::isinf(question.patience->count())) question.patience.reset();
    if (column(F::lines).values != nullptr && std::isfinite(column(F::lines).at(row))) {
        question.lines = static_cast<int>(column(F::lines).at(row));
        // The formulas with lines add up over whole numbers of waiting callers.
        if (question.agents && question.agents->value() != std::floor(question.agents->value()))
            refuse(F::agents, Problem{Rule::integer_expected}, question.agents->value());
        if (fractional) throw std::invalid_argument("fractional: cannot go with lines");
    }
    question.target = {.answered = share(F::answered),
                       .within = seconds(F::within),
                       .abandoned = share(F::abandoned),
                       .average_wait = seconds(F::average_wait),
                       .wait_probability = share(F::wait_probability),
                       .blocked = share(F::blocked),
                       .max_occupancy = share(F::max_occupancy),
                       .counting = counting};
    return question;
}

}  // namespace freiton::python
