// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/ways_fields.hpp"

#include "freiton/input/scalar_fields.hpp"
#include "freiton/input/target_fields.hpp"

namespace freiton::input {

namespace {

// Not beside `as`: the others belong to the other work.
Field<Redial> attempts_field() {
    const Codec<int> number = integer(1, 100);
    return {"attempts",
            "most attempts of one customer, the first included",
            false,
            {[number](const Reader& reader, const YamlNode& node, Redial& redial) {
                 number.read(reader, node, redial.attempts);
             },
             [number](const Redial& redial) { return redial.as ? YamlNode{} : number.write(redial.attempts); },
             number.schema}};
}

}  // namespace

Codec<Redial> redial() {
    using P = Redial;
    const Codec<P> keys = mapping<P>({
        required_field("share", &P::share, share(), "of those who gave up or found no line"),
        required_field("after", &P::after, duration(positive, std::string{seconds_or_minutes}),
                       "mean time until they try again (exponential)"),
        attempts_field(),
        field("as", &P::as, optional_of(text()), "the work that the second attempt is; none: the same"),
    });
    return read_by<P>(
        [keys](const Reader& reader, const YamlNode& node, P& value) {
            keys.read(reader, node, value);
            if (node.find("as") != nullptr && node.find("attempts") != nullptr)
                reader.complain_of_key(node.find("attempts")->line, Rule::keys_exclusive, {"as, attempts"});
        },
        keys);
}

Codec<Answering> answering() {
    const Codec<Share> one = share();
    const Codec<std::vector<Share>> list = filled_list_of(one);
    const Codec<Answering> same{[one](const Reader& reader, const YamlNode& node, Answering& given) {
                                    one.read(reader, node, given.shares.front());
                                },
                                [one](const Answering& given) { return one.write(given.shares.front()); }, one.schema};
    const Codec<Answering> by_hour{[list](const Reader& reader, const YamlNode& node, Answering& given) {
                                       std::vector<Share> shares;
                                       list.read(reader, node, shares);
                                       if (shares.empty()) return;  // told
                                       given = {std::move(shares), false};
                                   },
                                   [list](const Answering& given) { return list.write(given.shares); }, list.schema};
    return scalar_or<Answering>(same, by_hour, [](const Answering& given) { return given.same_for_all; });
}

Codec<NoAnswer> no_answer() {
    using P = NoAnswer;
    return mapping<P>({
        field("takes", &P::takes, duration(not_negative, "s"), "time of the agent until he gives up"),
        field("again_after", &P::again_after, duration(positive, "h"), "opening hours until the next attempt"),
        field("attempts", &P::attempts, integer(1, 100), "most attempts for one customer, the first included"),
    });
}

Codec<Callback> callback() {
    using P = Callback;
    return mapping<P>({
        field("offer_after", &P::offer_after, duration(not_negative, "s"), "how long they have waited when asked"),
        required_field("accepts", &P::accepts, share(), "of those who are asked: they hang up and are called back"),
        required_field("within", &P::within, deadline(), "what they are promised: opening hours, or working days"),
        field("reached", &P::reached, answering(), "share of the calls that they answer; a list by hour"),
        field("no_answer", &P::no_answer, no_answer(), "what becomes of the others"),
    });
}

Codec<Chased> chased() {
    using P = Chased;
    return mapping<P>({
        required_field("work", &P::work, text(), "as which the customer comes"),
        required_field("share", &P::share, share(), "of the times"),
        required_field("every", &P::every, duration(positive, "h"),
                       "mean time of it, and between one time and the next, in opening hours (exponential)"),
    });
}

Codec<LeadsTo> leads_to() {
    using P = LeadsTo;
    return mapping<P>({
        required_field("work", &P::work, text(), "what it leads to: a kind of work, this one too"),
        required_field("share", &P::share, share(), "of the contacts that are done"),
        field("after", &P::after, duration(not_negative, "s"),
              "mean time until it comes (exponential); 0 s: at once, as a transfer"),
        field("warm", &P::warm, yes_no(),
              "of a transfer from call to call: whoever transfers it stays on the line until somebody answers"),
    });
}

// "1 / 2 min": smaller by one after each two minutes.
Codec<Seconds> ageing() {
    const Codec<Seconds> time = duration(positive, std::string{seconds_or_minutes});
    return {[time](const Reader& reader, const YamlNode& node, Seconds& value) {
                if (!detail::expect(reader, node, YamlNode::Kind::scalar)) return;
                const auto slash = node.text.find('/');
                const Reading<double> steps = read_number(node.text.substr(0, slash));
                if (slash == std::string::npos || !steps.value || *steps.value <= 0.0)
                    return reader.complain(node, Rule::ageing_expected);
                const Reading<Seconds> period =
                    read_duration(trimmed(node.text.substr(slash + 1)), std::string{seconds_or_minutes});
                if (!period.value)
                    return reader.complain(node, period.rule, period.arguments,
                                           period.suggestion.empty() ? "" : "1 / " + period.suggestion);
                if (period.value->count() <= 0.0) return reader.complain(node, Rule::ageing_expected);
                value = *period.value / *steps.value;
            },
            [time](const Seconds& value) { return detail::scalar("1 / " + time.write(value).text); },
            pattern_schema("ageing", "^\\s*[0-9.]+\\s*/\\s*[0-9.]+\\s*(s|min|h|d)\\s*$")};
}

}  // namespace freiton::input
