// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/target_text.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "freiton/core/contracts.hpp"
#include "freiton/core/text.hpp"
#include "freiton/report/when_text.hpp"

namespace freiton::report {

namespace {

struct PromiseText {
    PromiseKind kind;
    Phrase text;
};

constexpr PromiseText promise_texts[] = {
    {PromiseKind::answered, {"{0} answered within {1}", "{0} innerhalb von {1} angenommen"}},
    {PromiseKind::abandoned, {"at most {0} abandoned", "höchstens {0} aufgelegt"}},
    {PromiseKind::average_wait, {"mean wait at most {0}", "mittlere Wartezeit höchstens {0}"}},
    {PromiseKind::wait_probability, {"at most {0} have to wait", "höchstens {0} müssen warten"}},
    {PromiseKind::called_back, {"{0} called back within {1}", "{0} innerhalb von {1} zurückgerufen"}},
    {PromiseKind::done, {"{0} done within {1}", "{0} innerhalb von {1} erledigt"}},
    {PromiseKind::tried, {"{0} tried within {1}", "{0} innerhalb von {1} versucht"}},
    {PromiseKind::reached, {"{0} reached within {1}", "{0} innerhalb von {1} erreicht"}},
    {PromiseKind::kept_days, {"on {0} of the days {2}", "an {0} der Tage {2}"}},
    {PromiseKind::max_occupancy, {"occupancy at most {0}", "Auslastung höchstens {0}"}},
};

struct ScopeText {
    Scope scope;
    Phrase text;
};
constexpr ScopeText scope_texts[] = {
    {Scope::interval, {"in every interval", "in jedem Intervall"}},
    {Scope::day, {"on every day", "an jedem Tag"}},
    {Scope::horizon, {"over the whole time", "über den ganzen Zeitraum"}},
};

std::string value_text(const Promise& promise, double value, int decimals, Language language) {
    return promise.is_time() ? seconds(value, language) : percent(value, decimals, language);
}

// A promise is told as it was made: 80 %, but 97.5 %.
int decimals_of_wanted(const Promise& promise) {
    const double tenths = promise.wanted * 1000.0;
    if (std::abs(tenths - std::round(tenths)) > 1e-6) return 2;
    return std::llround(tenths) % 10 == 0 ? 0 : 1;
}

std::string reached_text(const TargetResult& target, Language language) {
    if (!target.half_width) return value_text(target.promise, target.reached, 1, language);
    return target.promise.is_time() ? seconds_spread(target.reached, *target.half_width, language)
                                    : percent_spread(target.reached, *target.half_width, language);
}

std::string within_text(const Promise& promise, Language language) {
    if (promise.within_days) {
        const bool one = promise.within_days == 1;
        const Phrase days{one ? " working day" : " working days", one ? " Arbeitstag" : " Arbeitstagen"};
        return std::to_string(*promise.within_days) + std::string{days.in(language)};
    }
    if (!promise.within) return {};
    const double within_s = promise.within->count();
    if (within_s >= 3600.0) return number_text(within_s / 3600.0) + " h";
    return number_text(within_s) + " s";
}

std::string kept_share_text(double share, Language language) {
    return percent(share, share > 0.985 && share < 1.0 ? 1 : 0, language);
}

std::string off_text(const TargetResult& target, Language language) {
    if (std::isinf(*target.may_be_off) || (!target.promise.is_time() && *target.may_be_off >= 1.0))
        return std::string{Phrase{"; how far off is not known", "; wie weit daneben, ist nicht bekannt"}.in(language)};
    const std::string off = target.promise.is_time() ? seconds(*target.may_be_off, language)
                                                     : number_text(std::round(100.0 * *target.may_be_off));
    if (target.promise.is_time())
        return filled(Phrase{"; may be off by {0}", "; kann um {0} abweichen"}.in(language), {off});
    return filled(Phrase{"; may be off by {0} points", "; kann um {0} Punkte abweichen"}.in(language), {off});
}

// Behind a promise, when it must hold.
std::string when_text(const Promise& promise, Language language) {
    if (promise.each_day) return {};
    if (promise.when.empty()) return ", " + scope_text(promise.over, language);
    return std::string{
        Phrase{", in the intervals for which it is asked", ", in den Intervallen, für die es verlangt ist"}.in(
            language)};
}

// What single days look like: how many of what the promise is for keep it.
std::string kept_text(const TargetResult& target, Language language) {
    if (!target.days_met || !target.kept_share || std::isnan(*target.days_met)) return {};
    if (target.promise.over == Scope::horizon) return {};
    const std::string days = kept_share_text(*target.days_met, language);
    if (target.promise.over == Scope::day)
        return filled(Phrase{"; kept on {0} of the days", "; an {0} der Tage eingehalten"}.in(language), {days});
    return filled(Phrase{"; kept in {0} of the single intervals and on {1} of the days as a whole",
                         "; in {0} der einzelnen Intervalle und an {1} der Tage als Ganzes eingehalten"}
                      .in(language),
                  {kept_share_text(*target.kept_share, language), days});
}

}  // namespace

std::string promise_text(const Promise& promise, Language language) {
    const auto* found = std::find_if(std::begin(promise_texts), std::end(promise_texts),
                                     [&](const PromiseText& text) { return text.kind == promise.kind; });
    EXPECTS(found != std::end(promise_texts));
    const bool of_horizons = promise.each_day && promise.each_day->over == Scope::horizon;
    const Phrase text = of_horizons ? Phrase{"in {0} of such times {2}", "in {0} solcher Zeiträume {2}"} : found->text;
    return filled(text.in(language),
                  {value_text(promise, promise.wanted, decimals_of_wanted(promise), language),
                   within_text(promise, language), promise.each_day ? promise_text(*promise.each_day, language) : ""});
}

std::string scope_text(Scope over, Language language) {
    const auto* found = std::find_if(std::begin(scope_texts), std::end(scope_texts),
                                     [&](const ScopeText& text) { return text.scope == over; });
    EXPECTS(found != std::end(scope_texts));
    return in(found->text, language);
}

std::string promised_by(const Scenario& scenario, const Promise& promise) {
    std::string name = promise.team ? scenario.teams()[*promise.team].name : scenario.work()[*promise.work].name;
    if (promise.site) name += " (" + *promise.site + ")";
    return name;
}

std::string target_text(const Scenario& scenario, const TargetResult& target, Language language) {
    const auto in = [&](Phrase phrase) { return std::string{phrase.in(language)}; };
    std::string text = promised_by(scenario, target.promise) + ": " + promise_text(target.promise, language) +
                       when_text(target.promise, language) + ": ";
    if (std::isnan(target.reached))
        return text + (target.may_be_off ? in({"left aside by formulas", "von Formeln außer Acht gelassen"})
                                         : in({"nothing came in", "es kam nichts"}));
    text += target.expected() ? in({"expected", "erwartet"})
            : target.met      ? in({"met", "erreicht"})
                              : in({"NOT met", "NICHT erreicht"});
    if (!target.may_be_off && !target.sure()) text += in({", but not beyond doubt", ", aber nicht sicher"});
    text += " (";
    if (target.promise.over != Scope::horizon) text += in({"tightest: ", "am knappsten: "});
    text += reached_text(target, language);
    if (target.worst_interval) text += " " + at_moment_text(scenario.calendar(), *target.worst_interval, language);
    if (target.worst_day) text += " " + on_day_text(scenario.calendar().date(*target.worst_day), language);
    if (target.may_be_off) text += off_text(target, language);
    text += ")";
    return text + kept_text(target, language);
}

std::string only_expected_text(std::size_t number, Language language) {
    return filled(in({"Of {0} the formulas expect it, but cannot vouch for it.",
                      "Von {0} erwarten es die Formeln, können aber nicht dafür einstehen."},
                     language),
                  {std::to_string(number)});
}

std::string stopped_text(Language language) {
    return in({"before it was done; the targets are judged by what was simulated so far.",
               "vor dem Ende; die Ziele sind nach dem beurteilt, was bis dahin simuliert war."},
              language);
}

}  // namespace freiton::report
