// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/work_fields.hpp"

#include "freiton/input/calendar_fields.hpp"

namespace freiton::input {

namespace {

const Bounds not_negative{.least = 0.0};
const Bounds positive{.least = 0.0, .least_exclusive = true};

enum class WorkKind { call };

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
    });
    return [keys](const Reader& reader, const YamlNode& node, DurationLaw& value) {
        if (node.kind == YamlNode::Kind::scalar)
            duration(positive, "min")(reader, node, value.mean);
        else
            keys(reader, node, value);
    };
}

Codec<CallTarget> call_target() {
    using P = CallTarget;
    return mapping<P>({
        required_field("answered", &P::answered, optional_of(share()),
                       "share of the calls to answer within the threshold"),
        required_field("within", &P::within, optional_of(duration(not_negative, "s")), "the threshold"),
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
    });
}

}  // namespace

Codec<std::vector<Work>> works() { return named_parts(work()); }

Codec<std::vector<Team>> teams() { return named_parts(team()); }

}  // namespace freiton::input
