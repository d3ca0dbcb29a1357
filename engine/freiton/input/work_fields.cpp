// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/work_fields.hpp"

#include <algorithm>
#include <array>

#include "freiton/input/calendar_fields.hpp"
#include "freiton/input/law_fields.hpp"
#include "freiton/input/routing_fields.hpp"
#include "freiton/input/scalar_fields.hpp"
#include "freiton/input/target_fields.hpp"
#include "freiton/input/ways_fields.hpp"

namespace freiton::input {

namespace {

Codec<PerInterval> per_interval() {
    const Codec<double> mean = amount(not_negative);
    const Codec<std::vector<double>> list = list_of(mean);
    const Codec<PerInterval> same{[mean](const Reader& reader, const YamlNode& node, PerInterval& given) {
                                      given.same_for_all = true;
                                      mean.read(reader, node, given.means.emplace_back());
                                  },
                                  [mean](const PerInterval& given) { return mean.write(given.means.front()); },
                                  mean.schema};
    const Codec<PerInterval> each{[list](const Reader& reader, const YamlNode& node, PerInterval& given) {
                                      list.read(reader, node, given.means);
                                  },
                                  [list](const PerInterval& given) { return list.write(given.means); }, list.schema};
    return scalar_or<PerInterval>(same, each, [](const PerInterval& given) { return given.same_for_all; });
}

// Only the path is read here; the table itself is read when the whole scenario is known.
Codec<VolumeFile> volume_file() {
    return converted<VolumeFile, std::string>(
        text(), [](const std::string& path) { return VolumeFile{.path = path}; },
        [](const VolumeFile& file) { return file.path; });
}

// Counts what is written, readable or not: a value that cannot be read is told once.
void check_sources(const Reader& reader, const YamlNode& node) {
    int sources = 0;
    for (const std::string key : {"per_interval", "per_day", "file", "unlimited"})
        if (const YamlNode* value = node.find(key); value != nullptr && (key != "unlimited" || value->text != "false"))
            ++sources;
    const std::string choices = "per_interval, per_day, file, unlimited";
    if (sources == 0) reader.complain_of_key(node.line, Rule::keys_one_of, {choices});
    if (sources > 1) reader.complain_of_key(node.line, Rule::keys_exclusive, {choices});
    for (const std::string key : {"profile", "at"})
        if (const YamlNode* value = node.find(key); value != nullptr && node.find("per_day") == nullptr)
            reader.at(key).complain(*value, Rule::goes_with, {"per_day"});
    if (const YamlNode* recorded = node.find("recorded");
        recorded != nullptr && recorded->text != "false" && node.find("file") == nullptr)
        reader.at("recorded").complain(*recorded, Rule::goes_with, {"file"});
    if (const YamlNode* at = node.find("at"); at != nullptr && node.find("profile") != nullptr)
        reader.at("at").complain(*at, Rule::keys_exclusive, {"profile, at"});
    const YamlNode* const all_day = node.find("around_the_clock");
    if (all_day == nullptr || all_day->text == "false") return;
    if (node.find("per_day") == nullptr && node.find("per_interval") == nullptr)
        reader.at("around_the_clock").complain(*all_day, Rule::goes_with, {"per_day"});
    if (node.find("at") != nullptr)
        reader.at("around_the_clock").complain(*all_day, Rule::keys_exclusive, {"at, around_the_clock"});
}

Codec<Arrivals> arrivals() {
    using P = Arrivals;
    const Codec<P> keys = mapping<P>({
        field("per_interval", &P::per_interval, optional_of(by_site(per_interval())),
              "mean per interval, the same every open day; a shorter day uses the first ones"),
        field("per_day", &P::per_day, optional_of(by_site(amount(not_negative))), "mean of an open day"),
        field("profile", &P::profile, filled_list_of(amount(not_negative)),
              "weights of the intervals from opening time; those of the open ones are normalised"),
        field("at", &P::at, optional_of(clock_time()),
              "all of the day's items at this moment; post may come while closed"),
        field("around_the_clock", &P::around_the_clock, yes_no(),
              "the post of each calendar day comes in all its 24 hours: profile and per_interval begin at midnight"),
        field("file", &P::file, optional_of(volume_file()),
              "CSV with the columns date, start, arrivals, and where needed work, site, handling_time_s"),
        field("recorded", &P::recorded, yes_no(),
              "the file lists contacts as they came: each row is so many of them (without the column arrivals one) at "
              "that very moment, 08:30:17, with its handling_time_s where it has one; formulas take the sums"),
        field("unlimited", &P::unlimited, yes_no(), "there is always another item (backlog only)"),
        field("weekdays", &P::weekdays, by_weekday(number(not_negative), 1.0), "factors by weekday"),
        field("scale", &P::scale, number(not_negative), "factor on everything"),
        field("day_cv", &P::day_cv, variation(most_day_cv),
              "coefficient of variation of a gamma-distributed factor, one per work and day, shared by all sites"),
        field("interval_cv", &P::interval_cv, variation(most_day_cv),
              "the same of another factor, one per work and interval, shared by all sites"),
    });
    return read_by<P>(
        [keys](const Reader& reader, const YamlNode& node, Arrivals& value) {
            keys.read(reader, node, value);
            if (node.kind == YamlNode::Kind::mapping) check_sources(reader, node);
        },
        keys);
}

std::vector<std::string> keys_of(const SchemaPtr& schema) {
    std::vector<std::string> keys;
    for (const Property& property : schema->properties) keys.push_back(property.key);
    for (const SchemaPtr& part : schema->parts)
        for (std::string& key : keys_of(part)) keys.push_back(std::move(key));
    return keys;
}

// The node without the keys that only targets of other kinds have; complains about those.
YamlNode own_keys(const Reader& reader, YamlNode node, const std::vector<std::string>& own,
                  const std::vector<std::string>& every, WorkKind kind) {
    const auto has = [](const std::vector<std::string>& keys, const std::string& key) {
        return std::find(keys.begin(), keys.end(), key) != keys.end();
    };
    const auto foreign = [&](const auto& entry) { return has(every, entry.first) && !has(own, entry.first); };
    for (const auto& entry : node.entries)
        if (foreign(entry))
            reader.at(entry.first)
                .complain_of_key(entry.second.line, Rule::not_for_kind, {std::string{kind_name(kind)}});
    node.entries.erase(std::remove_if(node.entries.begin(), node.entries.end(), foreign), node.entries.end());
    return node;
}

// A target means one thing for what is answered now, another for a backlog or a call list; the kind of the work
// decides.
Field<Work> target_field() {
    const Codec<CallTarget> call = call_target();
    const Codec<BacklogTarget> backlog = backlog_target();
    const Codec<BacklogTarget> outbound = outbound_target();
    std::vector<std::string> every;
    for (const SchemaPtr& schema : {call.schema, backlog.schema, outbound.schema})
        for (std::string& key : keys_of(schema)) every.push_back(std::move(key));
    return {"target",
            "the promise; its keys depend on the kind of work",
            false,
            {[call, backlog, outbound, every](const Reader& reader, const YamlNode& node, Work& work) {
                 if (work.answered_now())
                     return call.read(reader, own_keys(reader, node, keys_of(call.schema), every, work.kind),
                                      work.call_target.emplace());
                 const Codec<BacklogTarget>& own = work.kind == WorkKind::outbound ? outbound : backlog;
                 own.read(reader, own_keys(reader, node, keys_of(own.schema), every, work.kind),
                          work.backlog_target.emplace());
             },
             [call, backlog, outbound](const Work& work) {
                 if (work.call_target) return call.write(*work.call_target);
                 if (!work.backlog_target) return YamlNode{};
                 return (work.kind == WorkKind::outbound ? outbound : backlog).write(*work.backlog_target);
             },
             one_of_schema({call.schema, backlog.schema, outbound.schema})}};
}

// What the other kinds do not have: it is refused there, and not written.
Field<Work> only_for(WorkKind its_kind, const Field<Work>& of) {
    const Codec<Work> usual{of.codec, of.schema};
    return {of.key,
            of.meaning,
            of.required,
            {[its_kind, usual](const Reader& reader, const YamlNode& node, Work& work) {
                 if (work.kind == its_kind) return usual.read(reader, node, work);
                 reader.complain_of_key(node.line, Rule::not_for_kind, {std::string{kind_name(work.kind)}});
             },
             [its_kind, usual](const Work& work) { return work.kind == its_kind ? usual.write(work) : YamlNode{}; },
             usual.schema}};
}

Codec<WorkKind> kind() {
    std::vector<std::pair<std::string, WorkKind>> words;
    for (const WorkKind one : {WorkKind::call, WorkKind::chat, WorkKind::outbound, WorkKind::backlog})
        words.emplace_back(kind_name(one), one);
    return word<WorkKind>(words);
}

Codec<Work> work() {
    using P = Work;
    const Codec<Seconds> length = duration(time_s, std::string{seconds_or_minutes});
    const Codec<Seconds> from_zero = duration(time_or_none_s, std::string{seconds_or_minutes});
    return mapping<P>({
        required_field(
            "kind", &P::kind, kind(),
            "call: answered now or lost; chat: the same, several at once; outbound: a list of people to call; "
            "backlog: worked off by a deadline"),
        required_field("arrivals", &P::arrivals, arrivals(), "the demand"),
        field("open", &P::open, optional_of(open_week()),
              "when it is accepted; none: when its site is open. What comes is spread over these hours"),
        required_field("handling_time", &P::handling_time,
                       duration_law(length, from_zero, LawVaries::by_interval_and_day),
                       "talk (and wrap-up, unless that is stated apart), or effort"),
        field(
            "wrap_up", &P::wrap_up, optional_of(duration_law(length, from_zero)),
            "what an agent has to do after the caller has gone; longer where handling times are, by interval and day"),
        field("patience", &P::patience, optional_of(duration_law(length, from_zero, LawVaries::by_interval)),
              "how long callers are willing to wait; none: for ever"),
        field("balk", &P::balk, share(), "of the callers: they hang up at once when nobody is free"),
        field("lines", &P::lines, optional_of(integer(1, 10'000'000)),
              "most callers in the system; others find no line"),
        field("redial", &P::redial, optional_of(redial()), "callers who try again"),
        field("callback", &P::callback, optional_of(callback()),
              "what waiting callers are offered: to hang up and be called back"),
        only_for(WorkKind::chat, field("concurrency", &P::concurrency, integer(1, 100),
                                       "most chats of one person at once; 1 unless stated")),
        only_for(WorkKind::chat,
                 field("slowdown", &P::slowdown, filled_list_of(number(factors_of_times)),
                       "factors on handling times with 1, 2, ... chats at once; the last for all beyond; none: 1")),
        only_for(WorkKind::outbound, field("window", &P::window, optional_of(open_week()),
                                           "hours in which outbound calls are begun; none: whenever people are there")),
        only_for(WorkKind::outbound, field("reached", &P::reached, answering(),
                                           "share of the outbound calls that somebody answers; or a list by hour, of "
                                           "the window's hours or all 24; "
                                           "100 % unless stated")),
        only_for(WorkKind::outbound,
                 field("no_answer", &P::no_answer, no_answer(), "what becomes of outbound calls that nobody answers")),
        field("leads_to", &P::leads_to, list_of(leads_to()),
              "what contacts lead to once they are done: transfers, second level, repeat calls, letters; volumes are "
              "first contacts"),
        field("chased", &P::chased, optional_of(chased()), "customers who ask for what is late, until it is done"),
        field("opening_backlog", &P::opening_backlog, by_site(amount(not_negative)),
              "items there at the start, arrived at the end of the last open day before"),
        field("priority", &P::priority, optional_of(integer(0, 1'000'000)),
              "smaller is more urgent, across all kinds; none: 10 for calls, 100 for backlog"),
        field("ages", &P::ages, optional_of(ageing()),
              "how it grows more urgent while it waits: 1 / 2 min makes the priority smaller by one every two minutes"),
        field("owners", &P::owners, optional_of(integer(1, 100'000)),
              "items belong to so many persons in equal shares; person i of the team is owner i"),
        field("reach", &P::reach, optional_of(reach()),
              "who may take it; none: as the routing says, like prefer and after"),
        field("prefer", &P::prefer, optional_of(prefer()), "its own site first"),
        field("after", &P::after, optional_of(duration(not_negative, "s")), "other sites only after this wait"),
        field("customer", &P::customer, optional_of(text()), "for whom the work is done, for the service contract"),
        field("segment", &P::segment, optional_of(text()), "of the customer's business, for the service contract"),
        field("description", &P::description, optional_of(text()),
              "what is done and how, in words of the service contract"),
        target_field(),
    });
}

// Of an unknown kind nobody can say what its target should look like, and what else it has.
Codec<Work> known_work() {
    const Codec<Work> every = work();
    return read_by<Work>(
        [every](const Reader& reader, const YamlNode& node, Work& value) {
            const YamlNode* stated = node.find("kind");
            constexpr std::array kinds = {WorkKind::call, WorkKind::chat, WorkKind::outbound, WorkKind::backlog};
            if (stated == nullptr ||
                std::any_of(kinds.begin(), kinds.end(), [&](WorkKind one) { return stated->text == kind_name(one); }))
                return every.read(reader, node, value);
            YamlNode without = node;  // what depends on the kind
            for (const std::string key : {"target", "concurrency", "slowdown", "window", "reached", "no_answer"})
                std::erase_if(without.entries, [&](const auto& entry) { return entry.first == key; });
            every.read(reader, without, value);
        },
        every);
}

}  // namespace

Codec<std::vector<Work>> works() { return named_parts(known_work(), "name"); }

}  // namespace freiton::input
