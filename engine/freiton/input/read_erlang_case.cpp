// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "freiton/core/csv_cells.hpp"
#include "freiton/core/text.hpp"
#include "freiton/input/erlang_fields.hpp"
#include "freiton/input/quantity_text.hpp"

namespace freiton::input {

namespace {

using Q = ErlangQuantity;
using F = ErlangField;

constexpr std::array<std::string_view, 5> counting_words = {"offered", "answered", "offered_without_early",
                                                            "early_counts", "virtual"};

class CaseReader {
  public:
    CaseReader(ErlangModel model, const ErlangText& text, Problems& problems)
        : model_{model}, text_{text}, problems_{problems}, before_{problems.size()} {}

    std::optional<ErlangCase> read() {
        for (std::size_t i = 0; i < erlang_field_count; ++i)
            if (!text_.texts[i].empty()) read_field(static_cast<F>(i));
        if (problems_.size() == before_) check_across_fields();
        if (problems_.size() > before_) return std::nullopt;
        return question();
    }

  private:
    bool given(F field) const { return !text_.texts[static_cast<std::size_t>(field)].empty(); }
    double value(F field) const { return values_[static_cast<std::size_t>(field)]; }
    std::string name(F field) const {
        const ErlangFieldRule& rule = erlang_fields[static_cast<std::size_t>(field)];
        return std::string{text_.options || rule.column.empty() ? rule.option : rule.column};
    }

    void complain(F field, Problem problem, bool quote = true) {
        const auto i = static_cast<std::size_t>(field);
        problem.place = text_.place;
        problem.place.column = text_.columns[i];
        problem.key = name(field);
        if (quote) problem.value = std::string{text_.texts[i]};
        problems_.push_back(std::move(problem));
    }
    // About what is not there.
    void miss(F field, Problem problem) { complain(field, std::move(problem), false); }

    void read_field(F field) {
        const ErlangFieldRule& rule = erlang_fields[static_cast<std::size_t>(field)];
        constexpr std::string_view letters = "bca";
        if (rule.models.find(letters[static_cast<std::size_t>(model_)]) == std::string_view::npos) {
            const std::string known_to{rule.models.substr(0, 1)};
            return complain(field, Problem{Rule::key_of_another_calculator}.meant("freiton erlang " + known_to));
        }
        if (rule.quantity == Q::word) return read_counting();
        const Reading<double> reading = reading_of(rule.quantity, text_.texts[static_cast<std::size_t>(field)]);
        if (!reading.value)
            return complain(field, Problem{reading.rule}.with(reading.arguments).meant(reading.suggestion));
        values_[static_cast<std::size_t>(field)] = *reading.value;
        check_range(field, rule, *reading.value);
    }

    Reading<double> reading_of(Q quantity, std::string_view text) const {
        if (text_.options && quantity == Q::duration) {
            const Reading<Seconds> seconds = read_duration(text, "s");
            if (!seconds.value) return {.rule = seconds.rule, .suggestion = seconds.suggestion};
            return {.value = seconds.value->count()};
        }
        if (text_.options && quantity == Q::share) return read_share(text);
        if (text_.options) return read_number(text);
        const std::optional<double> number = csv_number(text, text_.separator);
        if (!number) return read_number(text);  // which says why
        if (!std::isfinite(*number)) return {.rule = Rule::number_not_finite};
        return {.value = *number};
    }

    void check_range(F field, const ErlangFieldRule& rule, double number) {
        const std::string unit = text_.options && rule.quantity == Q::duration ? " s" : "";
        const auto bound = [&](Rule broken, double limit) {
            complain(field, Problem{broken}.with({number_text(limit) + unit}));
        };
        if (rule.least > 0.0 && number <= 0.0 && rule.quantity == Q::duration) return bound(Rule::greater_than, 0.0);
        if (number < rule.least) return bound(Rule::at_least, rule.least);
        if (number > rule.most) return bound(Rule::at_most, rule.most);
        if (rule.quantity == Q::whole && number != std::floor(number)) return bound(Rule::integer_expected, 0.0);
        if (rule.quantity == Q::people && number > 0.0 && number < smallest_erlangs)
            return bound(Rule::at_least, smallest_erlangs);
    }

    void read_counting() {
        const std::string_view word = text_.texts[static_cast<std::size_t>(F::counting)];
        std::string all;
        for (std::size_t i = 0; i < counting_words.size(); ++i) {
            if (word == counting_words[i]) {
                counting_ = static_cast<Counting>(i);
                return;
            }
            all.append(i > 0 ? ", " : "").append(counting_words[i]);
        }
        const auto nearest = nearest_word(word, {counting_words.begin(), counting_words.end()});
        complain(F::counting, Problem{Rule::word_unknown}.with({all}).meant(nearest.value_or("")));
    }

    bool promises() const {
        for (const F field :
             {F::answered, F::average_wait, F::abandoned, F::max_occupancy, F::wait_probability, F::blocked})
            if (given(field)) return true;
        return false;
    }

    void check_across_fields() {
        check_load();
        if (!given(F::handling_time) && (model_ != ErlangModel::b || given(F::calls)))
            miss(F::handling_time, Problem{Rule::key_missing});
        if (given(F::load_for) && !promises()) miss(F::answered, Problem{Rule::keys_one_of}.with({promise_names()}));
        if (!given(F::load_for) && !given(F::agents) && !promises())
            miss(F::agents, Problem{Rule::keys_one_of}.with({name(F::agents) + ", " + promise_names()}));
        check_lines();
    }

    void check_load() {
        const auto only_one = [&](F one, F other) {
            if (!given(one) || !given(other)) return;
            complain(other, Problem{Rule::keys_exclusive}.with({name(one) + ", " + name(other)}));
        };
        only_one(F::load, F::calls);
        only_one(F::load_for, F::agents);
        only_one(F::load_for, F::load);
        only_one(F::load_for, F::calls);
        if (given(F::load_for)) return;
        if (!given(F::load) && !given(F::calls))
            miss(F::load, Problem{Rule::keys_one_of}.with({name(F::load) + ", " + name(F::calls)}));
        if (given(F::calls) && !given(F::per))
            complain(F::calls, Problem{Rule::target_incomplete}.with({name(F::calls), name(F::per)}));
        if (given(F::calls) && given(F::per) && given(F::handling_time)) {
            const double load = load_of_calls();
            if (load > most_erlangs)
                complain(F::calls, Problem{Rule::at_most}.with({number_text(most_erlangs) + " Erlang"}));
            if (load > 0.0 && load < smallest_erlangs)
                complain(F::calls, Problem{Rule::at_least}.with({number_text(smallest_erlangs) + " Erlang"}));
        }
    }

    // The formulas with lines add up over whole numbers of waiting callers.
    void check_lines() {
        if (!given(F::lines)) return;
        for (const F field : {F::agents, F::load_for})
            if (given(field) && value(field) != std::floor(value(field)))
                complain(field, Problem{Rule::integer_expected});
        if (text_.fractional && !given(F::agents) && !given(F::load_for))
            complain(F::lines, Problem{Rule::keys_exclusive}.with({"--fractional, --lines"}));
    }

    std::string promise_names() const {
        std::string names;
        for (const F field :
             {F::answered, F::average_wait, F::abandoned, F::max_occupancy, F::wait_probability, F::blocked})
            names.append(names.empty() ? "" : ", ").append(name(field));
        return names;
    }

    double load_of_calls() const { return value(F::calls) * value(F::handling_time) / value(F::per); }

    ErlangCase question() const {
        const auto share = [&](F field) { return given(field) ? std::optional{Share{value(field)}} : std::nullopt; };
        const auto seconds = [&](F field) {
            return given(field) ? std::optional{Seconds{value(field)}} : std::nullopt;
        };
        ErlangCase question{.model = model_, .fractional = text_.fractional};
        if (given(F::load)) question.load = Erlangs{value(F::load)};
        if (given(F::calls)) question.load = Erlangs{load_of_calls()};
        if (given(F::agents)) question.agents = Agents{value(F::agents)};
        if (given(F::load_for)) question.agents = Agents{value(F::load_for)};
        question.handling_time = seconds(F::handling_time);
        question.patience = seconds(F::patience);
        if (given(F::lines)) question.lines = static_cast<int>(value(F::lines));
        question.target = {.answered = share(F::answered),
                           .within = seconds(F::within),
                           .abandoned = share(F::abandoned),
                           .average_wait = seconds(F::average_wait),
                           .wait_probability = share(F::wait_probability),
                           .blocked = share(F::blocked),
                           .max_occupancy = share(F::max_occupancy),
                           .counting = counting_};
        return question;
    }

    ErlangModel model_;
    const ErlangText& text_;
    Problems& problems_;
    std::size_t before_;
    std::array<double, erlang_field_count> values_{};
    Counting counting_ = Counting::offered;
};

}  // namespace

std::optional<ErlangCase> read_erlang_case(ErlangModel model, const ErlangText& text, Problems& problems) {
    return CaseReader{model, text, problems}.read();
}

}  // namespace freiton::input
