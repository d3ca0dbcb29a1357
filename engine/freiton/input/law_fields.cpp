// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/law_fields.hpp"

#include "freiton/input/scalar_fields.hpp"

namespace freiton::input {

namespace {

std::vector<std::pair<std::string, Law>> law_words() {
    return {
        {"exponential", Law::exponential}, {"lognormal", Law::lognormal},   {"gamma", Law::gamma},
        {"erlang", Law::erlang},           {"weibull", Law::weibull},       {"hyperexponential", Law::hyperexponential},
        {"uniform", Law::uniform},         {"triangular", Law::triangular}, {"constant", Law::constant},
        {"empirical", Law::empirical}};
}

std::string law_name(Law law) {
    for (const auto& [name, meant] : law_words())
        if (meant == law) return name;
    return {};
}

void complain(const Reader& reader, const YamlNode& node, const DurationLaw& law, const LawProblem& problem) {
    using Kind = LawProblem::Kind;
    const YamlNode* value = node.find(problem.key);
    const Reader there = reader.at(problem.key);
    const YamlNode& place = value != nullptr ? *value : node;
    switch (problem.kind) {
        case Kind::missing:
            return reader.complain_of_key(node.line, Rule::law_needs, {problem.key});
        case Kind::not_for_this_law:
            return there.complain(place, Rule::law_unwanted, {law_name(law.law)});
        case Kind::cv_too_small:
            return there.complain(place, Rule::greater_than, {problem.limit});
        case Kind::cv_too_large:
            return there.complain(place, Rule::at_most, {problem.limit});
        case Kind::only_one:
            return there.complain(place, Rule::keys_exclusive, {"cv, sd"});
        case Kind::order:
            return there.complain(place, Rule::law_order);
    }
}

// A cv without a law: exponential has none of its own, so lognormal is what people mean by it.
void settle_law(DurationLaw& law, const YamlNode& node) {
    if (node.find("law") == nullptr && (law.cv.value_or(1.0) != 1.0 || law.sd)) law.law = Law::lognormal;
}

}  // namespace

Codec<Seconds> day_count() {
    return {[](const Reader& reader, const YamlNode& node, Seconds& value) {
                if (!detail::expect(reader, node, YamlNode::Kind::scalar)) return;
                const auto days = read_day_count(node.text);
                if (!days && read_number(node.text).value)
                    return reader.complain(node, Rule::unit_missing, {}, node.text + " d");
                if (!days || !days->value) return reader.complain(node, Rule::whole_days_expected);
                if (*days->value < 0.0) return reader.complain(node, Rule::at_least, {"0 d"});
                value = Seconds{*days->value * seconds_a_day};
            },
            [](const Seconds& value) { return detail::scalar(number_text(value.count() / seconds_a_day) + " d"); },
            pattern_schema("days", "^\\s*[0-9]+(\\.[0-9]+)?\\s*d\\s*$")};
}

Codec<DurationLaw> duration_law(const Codec<Seconds>& unit, const Codec<Seconds>& from_zero, LawVaries varies) {
    using P = DurationLaw;
    const Codec<std::optional<Seconds>> length = optional_of(unit);
    std::vector<Field<P>> fields = {
        field("law", &P::law, word<Law>(law_words()),
              "the family; without it a cv or sd other than that of the exponential means lognormal"),
        field("mean", &P::mean, length, "mean"),
        field("cv", &P::cv, optional_of(variation(not_negative)), "standard deviation divided by the mean"),
        field("sd", &P::sd, length, "standard deviation, in place of cv"),
        field("k", &P::k, optional_of(integer(1, 10'000)), "phases of an Erlang law"),
        field("min", &P::min, optional_of(from_zero), "least value of a triangular or uniform law"),
        field("mode", &P::mode, optional_of(from_zero), "most likely value of a triangular law"),
        field("max", &P::max, length, "largest value of a triangular or uniform law"),
        field("file", &P::file, optional_of(text()),
              "CSV with a column duration_s: equally likely values of an empirical law"),
    };
    if (varies != LawVaries::never)
        fields.push_back(field("by_interval", &P::by_interval, filled_list_of(number(factors_of_times)),
                               "factors on it by interval, from opening time; a shorter day uses the first ones"));
    if (varies == LawVaries::by_interval_and_day)
        fields.push_back(field("day_cv", &P::day_cv, variation(most_day_cv),
                               "coefficient of variation of a gamma-distributed factor, one per work and day"));
    const Codec<P> keys = mapping<P>(fields);
    const Codec<P> checked = read_by<P>(
        [keys](const Reader& reader, const YamlNode& node, P& law) {
            keys.read(reader, node, law);
            if (node.kind != YamlNode::Kind::mapping) return;
            settle_law(law, node);
            if (const auto problem = duration_law_problem(law)) complain(reader, node, law, *problem);
        },
        keys);
    const Codec<P> mean_alone{
        [unit](const Reader& reader, const YamlNode& node, P& law) { unit.read(reader, node, law.mean.emplace()); },
        [unit](const P& law) { return unit.write(*law.mean); }, unit.schema};
    return scalar_or<P>(mean_alone, checked, [](const P&) { return false; });
}

}  // namespace freiton::input
