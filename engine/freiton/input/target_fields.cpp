// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/target_fields.hpp"

#include <cmath>

#include "freiton/input/law_fields.hpp"
#include "freiton/input/scalar_fields.hpp"

namespace freiton::input {

namespace {

Codec<Scope> scope() {
    return word<Scope>({{"interval", Scope::interval}, {"day", Scope::day}, {"horizon", Scope::horizon}});
}

// "80/20": 80 % within 20 s.
Codec<CallTarget> short_target() {
    return {[](const Reader& reader, const YamlNode& node, CallTarget& target) {
                const auto slash = node.text.find('/');
                const auto percent =
                    slash == std::string::npos ? Reading<double>{} : read_number(node.text.substr(0, slash));
                const auto seconds =
                    slash == std::string::npos ? Reading<double>{} : read_number(node.text.substr(slash + 1));
                const bool good = percent.value && seconds.value && *percent.value >= 0.0 && *percent.value <= 100.0 &&
                                  *seconds.value >= 0.0;
                if (seconds.value && percent.value && *percent.value > 100.0)
                    return reader.complain(node, Rule::at_most, {"100 %"});
                if (!good) return reader.complain(node, Rule::must_be_mapping, {}, "80/20");
                target.answered = Share{*percent.value / 100.0};
                target.within = Seconds{*seconds.value};
            },
            [](const CallTarget&) { return YamlNode{}; },
            pattern_schema("80/20", "^\\s*(100|[0-9]{1,2}(\\.[0-9]+)?)\\s*/\\s*[0-9.]+\\s*$")};
}

// A deadline as it stands beside its clock: hours of a clock, or days.
struct StatedDeadline {
    std::optional<Seconds> time;
    std::optional<double> days;
};

std::optional<StatedDeadline> read_deadline(const Reader& reader, const YamlNode& node) {
    if (!detail::expect(reader, node, YamlNode::Kind::scalar)) return std::nullopt;
    const std::string_view written = trimmed(node.text);
    if (const auto days = read_day_count(written)) {
        if (days->value && *days->value >= 0.0) return StatedDeadline{std::nullopt, days->value};
        reader.complain(node, days->value ? Rule::at_least : Rule::deadline_expected, {"0 d"});
        return std::nullopt;
    }
    const Reading<Seconds> time = read_duration(written, "h");
    if (time.value && time.value->count() > 0.0) return StatedDeadline{time.value, std::nullopt};
    if (time.value)
        reader.complain(node, Rule::greater_than, {"0 h"});
    else
        reader.complain(node, time.rule == Rule::duration_expected ? Rule::deadline_expected : time.rule, {},
                        time.suggestion);
    return std::nullopt;
}

// `h` means opening hours and `d` working days, unless by the wall; so "1 d" on opening_hours are working days, too.
void settle_clock(const Reader& reader, const YamlNode& node, const StatedDeadline& stated, bool clock_named,
                  Deadline& deadline) {
    if (!clock_named) deadline.clock = Clock::opening_hours;
    if (stated.days && deadline.clock == Clock::opening_hours) deadline.clock = Clock::working_days;
    if (deadline.clock == Clock::working_days) {
        if (!stated.days || *stated.days != std::floor(*stated.days) || *stated.days > 10'000.0)
            return reader.complain(node, Rule::clock_needs_days);
        deadline.working_days = static_cast<int>(*stated.days);
    } else {
        deadline.time = stated.days ? Seconds{*stated.days * seconds_a_day} : *stated.time;
    }
}

std::string deadline_text(const Deadline& deadline) {
    return deadline.clock == Clock::working_days ? std::to_string(deadline.working_days) + " d"
                                                 : duration_text(deadline.time);
}

}  // namespace

Codec<CallTarget> call_target() {
    using P = CallTarget;
    const Codec<Counting> counting = word<Counting>({{"offered", Counting::offered},
                                                     {"answered", Counting::answered},
                                                     {"offered_without_early", Counting::offered_without_early},
                                                     {"early_counts", Counting::early_counts},
                                                     {"virtual", Counting::virtual_wait}});
    const Codec<P> keys = mapping<P>({
        field("answered", &P::answered, optional_of(share()), "share of the calls to answer within the threshold"),
        field("within", &P::within, optional_of(duration(not_negative, "s")), "the threshold"),
        field("short", &P::short_wait, duration(not_negative, "s"),
              "callers who hang up by then count in no share; 0 s: all count"),
        field("counting", &P::counting, counting, "which calls count as answered in time, and of how many"),
        field("abandoned", &P::abandoned, optional_of(share()), "largest share of the calls that may give up"),
        field("average_wait", &P::average_wait, optional_of(duration(not_negative, "s")),
              "longest mean wait over all admitted calls"),
        field("wait_probability", &P::wait_probability, optional_of(share()),
              "largest share of the calls that may wait"),
        field("called_back", &P::called_back, optional_of(share()),
              "of those who took the offer of a callback, the share to call back in time"),
        field("over", &P::over, scope(), "each interval, each day, or the horizon as a whole"),
    });
    return scalar_or<P>(short_target(), keys, [](const P&) { return false; });
}

namespace {

using Backlog = BacklogTarget;

Codec<Clock> clock_word() {
    return word<Clock>(
        {{"opening_hours", Clock::opening_hours}, {"working_days", Clock::working_days}, {"wall", Clock::wall}});
}

const SchemaPtr& deadline_schema() {
    static const SchemaPtr schema = pattern_schema("deadline", "^\\s*[0-9.]+\\s*(s|min|h|d)\\s*$");
    return schema;
}

// The deadline is read with its clock, when both are known.
Field<Backlog> within_field() {
    return {"within",
            "the deadline: hours of the clock, or working days",
            true,
            {[](const Reader&, const YamlNode&, Backlog&) {},
             [](const Backlog& target) { return detail::scalar(deadline_text(target.within)); }, deadline_schema()}};
}

Field<Backlog> clock_field() {
    const Codec<Clock> clock = clock_word();
    return {"clock",
            "what the deadline is counted in; h means opening hours, d working days",
            false,
            {[clock](const Reader& reader, const YamlNode& node, Backlog& target) {
                 clock.read(reader, node, target.within.clock);
             },
             [clock](const Backlog& target) { return clock.write(target.within.clock); }, clock.schema}};
}

Codec<Backlog> with_deadline(const Codec<Backlog>& keys) {
    return read_by<Backlog>(
        [keys, clock = clock_word()](const Reader& reader, const YamlNode& node, Backlog& target) {
            keys.read(reader, node, target);
            const YamlNode* stated_deadline = node.find("within");
            if (stated_deadline == nullptr) return;
            const YamlNode* named = node.find("clock");  // one that is unknown is told already
            if (named != nullptr && named->text != flow_text(clock.write(target.within.clock))) return;
            if (const auto stated = read_deadline(reader.at("within"), *stated_deadline))
                settle_clock(reader.at("within"), *stated_deadline, *stated, named != nullptr, target.within);
            if (const YamlNode* over = node.find("over"); over != nullptr && target.over == Scope::interval)
                reader.at("over").complain(*over, Rule::scope_not_for_backlog);
        },
        keys);
}

}  // namespace

Codec<BacklogTarget> backlog_target() {
    return with_deadline(mapping<Backlog>({
        required_field("done", &Backlog::done, optional_of(share()),
                       "share of the items to complete within the deadline"),
        within_field(),
        clock_field(),
        field("over", &Backlog::over, scope(), "each day, or the horizon as a whole"),
    }));
}

Codec<BacklogTarget> outbound_target() {
    return with_deadline(mapping<Backlog>({
        field("tried", &Backlog::tried, optional_of(share()),
              "share of the list to call at least once within the deadline"),
        field("reached", &Backlog::reached, optional_of(share()),
              "share of the list that has answered within the deadline"),
        within_field(),
        clock_field(),
        field("over", &Backlog::over, scope(), "each day, or the horizon as a whole"),
    }));
}

Codec<Deadline> deadline() {
    return {[](const Reader& reader, const YamlNode& node, Deadline& value) {
                if (const auto stated = read_deadline(reader, node)) settle_clock(reader, node, *stated, false, value);
            },
            [](const Deadline& value) { return detail::scalar(deadline_text(value)); }, deadline_schema()};
}

}  // namespace freiton::input
