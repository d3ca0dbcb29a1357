// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/routing_fields.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/input/calendar_fields.hpp"
#include "freiton/input/law_fields.hpp"
#include "freiton/input/scalar_fields.hpp"

namespace freiton::input {

namespace {

// Precision of a simulation: one share for shares, or one each.
struct HalfWidths {
    Share shares{0.01};
    Share times{0.02};
};

Codec<HalfWidths> half_widths() {
    using P = HalfWidths;
    const Codec<Share> part = share(false);
    const Codec<P> keys = mapping<P>({
        field("shares", &P::shares, part, "of shares, in points"),
        field("times", &P::times, part, "of times, relative"),
    });
    const Codec<P> alone{
        [part](const Reader& reader, const YamlNode& node, P& value) { part.read(reader, node, value.shares); },
        [part](const P& value) { return part.write(value.shares); }, part.schema};
    return scalar_or<P>(alone, keys, [](const P&) { return false; });
}

Field<SimulationOptions> half_width_field() {
    using P = SimulationOptions;
    const Codec<HalfWidths> codec = half_widths();
    return {"half_width",
            "wanted half-widths at 95 %: points for shares, relative for times",
            false,
            {[codec](const Reader& reader, const YamlNode& node, P& options) {
                 if (options.replications)
                     reader.complain_of_key(node.line, Rule::keys_exclusive, {"replications, half_width"});
                 HalfWidths widths{options.half_width_shares, options.half_width_times};
                 codec.read(reader, node, widths);
                 options.half_width_shares = widths.shares;
                 options.half_width_times = widths.times;
             },
             [codec](const P& options) {
                 return options.replications ? YamlNode{}
                                             : codec.write({options.half_width_shares, options.half_width_times});
             },
             codec.schema}};
}

Codec<std::uint64_t> seed_number() {
    return converted<std::uint64_t, int>(
        integer(0, 2'000'000'000), [](const int& value) { return static_cast<std::uint64_t>(value); },
        [](const std::uint64_t& value) { return static_cast<int>(value); });
}

Codec<int> whole_days() {
    const Codec<Seconds> days = day_count();
    return {[days](const Reader& reader, const YamlNode& node, int& value) {
                Seconds length{};
                days.read(reader, node, length);
                const double count = length.count() / seconds_a_day;
                if (count != std::floor(count) || count > 3660.0)
                    return reader.complain(node, Rule::whole_days_expected);
                value = static_cast<int>(count);
            },
            [days](const int& value) { return days.write(Seconds{value * seconds_a_day}); }, days.schema};
}

// "mean", or "95 % of days", in which the days go without saying.
Codec<std::optional<Share>> assurance() {
    return {[](const Reader& reader, const YamlNode& node, std::optional<Share>& value) {
                if (!detail::expect(reader, node, YamlNode::Kind::scalar)) return;
                value.reset();
                if (trimmed(node.text) == "mean") return;
                const Reading<double> days = read_share(node.text.substr(0, node.text.find(" of days")));
                if (!days.value) return reader.complain(node, Rule::assurance_expected);
                value = Share{*days.value};
            },
            [](const std::optional<Share>& value) {
                return detail::scalar(value ? share_text(value->value()) + " of days" : "mean");
            },
            pattern_schema("mean, or a share of days", "^\\s*(mean|[0-9.]+\\s*%?(\\s+of days)?)\\s*$")};
}

void add_weekdays(const Reader& reader, const YamlNode& node, std::vector<std::size_t>& days) {
    if (!detail::expect(reader, node, YamlNode::Kind::scalar)) return;
    const auto named = weekdays_named(node.text);
    if (!named)
        return reader.complain(node, Rule::weekday_of_list, {},
                               reader.meant(node.text, {weekday_names.begin(), weekday_names.end()}));
    days.insert(days.end(), named->begin(), named->end());
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
}

// "tue-thu", or a list of weekdays and spans.
Codec<std::vector<std::size_t>> weekdays() {
    using Weekdays = std::vector<std::size_t>;
    const SchemaPtr day = pattern_schema("weekday or span", "^\\s*[a-zA-Z]+(\\s*-\\s*[a-zA-Z]+)?\\s*$");
    return {[](const Reader& reader, const YamlNode& node, Weekdays& days) {
                days.clear();
                if (node.kind == YamlNode::Kind::scalar) return add_weekdays(reader, node, days);
                if (!detail::expect(reader, node, YamlNode::Kind::list)) return;
                for (std::size_t k = 0; k < node.items.size(); ++k)
                    add_weekdays(reader.at("[" + std::to_string(k + 1) + "]"), node.items[k], days);
            },
            [](const Weekdays& days) {
                YamlNode node{.kind = days.empty() ? YamlNode::Kind::empty : YamlNode::Kind::list};
                for (const std::size_t one : days)
                    node.items.push_back(detail::scalar(std::string{weekday_names[one]}));
                return node;
            },
            one_of_schema({day, list_schema(day)})};
}

}  // namespace

Codec<Reach> reach() {
    return word<Reach>({{"all", Reach::all}, {"site", Reach::site}, {"team", Reach::team}, {"owner", Reach::owner}});
}

Codec<Prefer> prefer() { return word<Prefer>({{"none", Prefer::none}, {"site", Prefer::site}}); }

Codec<Routing> routing() {
    using P = Routing;
    return mapping<P>({
        field("reach", &P::reach, reach(),
              "who may take what: everybody with the skill, the own site only, the first team that handles it, its "
              "owner"),
        field("prefer", &P::prefer, prefer(), "own site first"),
        field("after", &P::after, duration(not_negative, "s"), "other sites only after this wait"),
        field("backup", &P::backup, integer(0, 100'000), "so many persons stand in for an absent owner"),
        field("interrupt", &P::interrupt, list_of(text()), "work that is put aside when a call finds nobody idle"),
        field("keep_free", &P::keep_free, integer(0, 1'000'000),
              "a backlog item is begun only if more than so many who could take a call are idle"),
        field("when_staff_drops", &P::when_staff_drops,
              word<WhenStaffDrops>({{"finish", WhenStaffDrops::finish}, {"hand_back", WhenStaffDrops::hand_back}}),
              "busy people finish what they have begun, or hand it back"),
        field("at_close", &P::at_close, word<AtClose>({{"serve", AtClose::serve}, {"drop", AtClose::drop}}),
              "callers in the queue at closing time are served, or lost"),
    });
}

Codec<SimulationOptions> simulation_options() {
    using P = SimulationOptions;
    return mapping<P>({
        field("replications", &P::replications, optional_of(integer(1, 100'000'000)),
              "a fixed number; none: until the half-widths are reached"),
        half_width_field(),
        field("seed", &P::seed, seed_number(), "of every random number"),
        field("warm_up", &P::warm_up_days, whole_days(),
              "days before the horizon that are simulated and not counted; with calendar.repeats at least four "
              "horizons, where work can be left over"),
    });
}

Codec<PlanOptions> plan_options() {
    using P = PlanOptions;
    return mapping<P>({
        field("method", &P::method,
              word<Method>({{"automatic", Method::automatic},
                            {"formula", Method::formula},
                            {"transient", Method::transient},
                            {"simulation", Method::simulation}}),
              "how staffing is found: formula (each interval in steady state), transient (formula, the queue carried "
              "through the day), simulation; automatic: transient where it is exact or nearly so, formula for one "
              "team with one kind of calls, else simulation"),
        field("assurance", &P::assurance_days, assurance(),
              "the mean must keep each promise; with a share, so must that share of days, each day as a whole"),
        field("locate", &P::locate, word<Locate>({{"load", Locate::load}, {"free", Locate::free}}),
              "a pool's people are split by the load of their sites over the whole time, or sit at the cheapest site"),
        field("alike", &P::alike, weekdays(),
              "weekdays that get the same numbers, such as [tue, wed, thu] or tue-thu; the plan says what that costs"),
    });
}

}  // namespace freiton::input
