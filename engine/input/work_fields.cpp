// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/work_fields.hpp"

#include "freiton/input/calendar_fields.hpp"

namespace freiton::input {

namespace {

const Bounds not_negative{.least = 0.0};
const Bounds positive{.least = 0.0, .least_exclusive = true};

enum class WorkKind { call };

// A share that may exceed one, such as a coefficient of variation: "8 %" or 1.2.
Codec<double> any_share() {
    return [](const Reader& reader, const YamlNode& node, double& value) {
        if (!detail::expect(reader, node, YamlNode::Kind::scalar)) return;
        const bool percent = trimmed(node.text).ends_with('%');
        const auto text = trimmed(percent ? trimmed(node.text).substr(0, trimmed(node.text).size() - 1) : node.text);
        const auto taken = reader.take(node, read_number(text));
        if (!taken) return;
        if (*taken < 0.0) return reader.complain(node, Rule::at_least, {"0"});
        value = percent ? *taken / 100.0 : *taken;
    };
}

Codec<PerInterval> per_interval() {
    return [](const Reader& reader, const YamlNode& node, PerInterval& given) {
        given.same_for_all = node.kind == YamlNode::Kind::scalar;
        if (given.same_for_all)
            number(not_negative)(reader, node, given.means.emplace_back());
        else
            list_of(number(not_negative))(reader, node, given.means);
    };
}

// Only the path is read here; the table itself is read when the whole scenario is known.
Codec<VolumeFile> volume_file() {
    return [](const Reader& reader, const YamlNode& node, VolumeFile& file) { text()(reader, node, file.path); };
}

void check_one_source(const Reader& reader, const YamlNode& node, const Arrivals& arrivals) {
    const int sources = (arrivals.per_interval ? 1 : 0) + (arrivals.per_day ? 1 : 0) + (arrivals.file ? 1 : 0);
    const std::string choices = "per_interval, per_day, file";
    const YamlNode place{.kind = YamlNode::Kind::empty, .line = node.line};
    if (sources == 0) reader.complain(place, Rule::keys_one_of, {choices});
    if (sources > 1) reader.complain(place, Rule::keys_exclusive, {choices});
    if (!arrivals.profile.empty() && !arrivals.per_day)
        reader.at("profile").complain(place, Rule::keys_exclusive, {"profile", "per_interval, file"});
}

Codec<Arrivals> arrivals() {
    using P = Arrivals;
    const Codec<P> keys = mapping<P>({
        field("per_interval", &P::per_interval, optional_of(per_interval()),
              "mean per interval, the same every open day"),
        field("per_day", &P::per_day, optional_of(number(not_negative)), "mean of an open day"),
        field("profile", &P::profile, list_of(number(not_negative)), "weights of the intervals, from opening time"),
        field("file", &P::file, optional_of(volume_file()), "CSV with the columns date, start, work, arrivals"),
        field("weekdays", &P::weekdays, by_weekday(number(not_negative)), "factors by weekday"),
        field("scale", &P::scale, number(not_negative), "factor on everything"),
        field("day_cv", &P::day_cv, any_share(), "coefficient of variation of a gamma-distributed factor on each day"),
    });
    return [keys](const Reader& reader, const YamlNode& node, Arrivals& value) {
        keys(reader, node, value);
        if (node.kind == YamlNode::Kind::mapping) check_one_source(reader, node, value);
    };
}

Codec<DurationLaw> duration_law() {
    using P = DurationLaw;
    const Codec<P> keys = mapping<P>({
        required_field("mean", &P::mean, duration(positive, "min"), "mean duration"),
        field("cv", &P::cv, any_share(), "standard deviation divided by the mean"),
    });
    return [keys](const Reader& reader, const YamlNode& node, DurationLaw& value) {
        if (node.kind == YamlNode::Kind::scalar)
            duration(positive, "min")(reader, node, value.mean);
        else
            keys(reader, node, value);
    };
}

Codec<Redial> redial() {
    using P = Redial;
    return mapping<P>({
        required_field("share", &P::share, share(), "of those who gave up or found no line"),
        required_field("after", &P::after, duration(positive, "min"), "mean time until they try again"),
        field("attempts", &P::attempts, integer(1, 100), "most attempts of one customer, the first included"),
    });
}

Codec<CallTarget> call_target() {
    using P = CallTarget;
    const Codec<Counting> counting = word<Counting>({{"offered", Counting::offered},
                                                     {"answered", Counting::answered},
                                                     {"offered_without_early", Counting::offered_without_early},
                                                     {"early_counts", Counting::early_counts},
                                                     {"virtual", Counting::virtual_wait}});
    return mapping<P>({
        field("answered", &P::answered, optional_of(share()), "share of the calls to answer within the threshold"),
        field("within", &P::within, optional_of(duration(not_negative, "s")), "the threshold"),
        field("counting", &P::counting, counting, "which calls count as answered in time, and of how many"),
        field("abandoned", &P::abandoned, optional_of(share()), "largest share of the calls that may give up"),
        field("average_wait", &P::average_wait, optional_of(duration(not_negative, "s")),
              "longest mean wait over all admitted calls"),
        field("wait_probability", &P::wait_probability, optional_of(share()),
              "largest share of the calls that may wait"),
    });
}

Codec<Work> work() {
    using P = Work;
    const Codec<WorkKind> kind = word<WorkKind>({{"call", WorkKind::call}});
    return mapping<P>({
        {.key = "kind",
         .meaning = "call",
         .required = true,
         .read =
             [kind](const Reader& reader, const YamlNode& node, Work&) {
                 WorkKind only{};
                 kind(reader, node, only);
             }},
        required_field("arrivals", &P::arrivals, arrivals(), "the demand"),
        required_field("handling_time", &P::handling_time, duration_law(), "talk plus wrap-up"),
        field("patience", &P::patience, optional_of(duration_law()),
              "how long callers are willing to wait; none: for ever"),
        field("lines", &P::lines, optional_of(integer(1, 10'000'000)),
              "most callers in the system; others find no line"),
        field("redial", &P::redial, optional_of(redial()), "callers who try again"),
        required_field("target", &P::target, call_target(), "the promise to the callers"),
    });
}

Codec<Team> team() {
    using P = Team;
    return mapping<P>({
        required_field("handles", &P::handles, list_of(text()), "names of work, in order of preference"),
        field("shrinkage", &P::shrinkage, share(false), "planned share of paid time not on duty"),
        field("min", &P::least, integer(0, 1'000'000), "fewest people in an interval"),
        field("max", &P::most, optional_of(integer(0, 1'000'000)), "most people in an interval"),
        field("max_occupancy", &P::max_occupancy, optional_of(share()), "largest share of their time that people work"),
    });
}

}  // namespace

Codec<std::vector<Work>> works() { return named_parts(work()); }

Codec<std::vector<Team>> teams() { return named_parts(team()); }

}  // namespace freiton::input
