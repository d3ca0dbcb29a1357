// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/logged_reader.hpp"

#include <algorithm>
#include <set>

namespace freiton::study {

namespace {

using simulation::Numbers;
namespace kernel = simulation::kernel;

// Reads a log row by row into open intervals of the scenario.
class LoggedReader {
  public:
    LoggedReader(const Scenario& scenario, const CallLog& log, const WorkOfQueue& works, const ValidateOptions& options)
        : scenario_{scenario}, calendar_{scenario.calendar()}, log_{log}, works_{works}, options_{options} {
        for (const auto& [queue, work] : works_)
            if (work && of(*work) == nullptr) add_work(*work, queue);
        find_days();
    }

    LoggedCalls read() {
        for (std::size_t c = 0; c < log_.calls.size(); ++c) {
            const LoggedCall& call = log_.calls[c];
            const auto at = place(call.date, Minutes{static_cast<int>(call.arrival_s / 60.0)}, call.queue, 1.0);
            if (!at) continue;
            at->work->calls.push_back({at->interval, c});
            add(*at, call);
        }
        for (const LoggedInterval& row : log_.intervals)
            if (const auto at = place(row.date, row.start, row.queue, row.offered)) add(*at, row);
        for (LoggedWork& work : result_.work) complete(work);
        return std::move(result_);
    }

  private:
    struct At {
        LoggedWork* work;
        std::size_t interval;
    };

    LoggedWork* of(WorkIndex work) {
        const auto found = std::find_if(result_.work.begin(), result_.work.end(),
                                        [&](const LoggedWork& one) { return one.work == work; });
        return found == result_.work.end() ? nullptr : &*found;
    }

    // What the rows will tell, until one of them does not.
    void add_work(WorkIndex work, std::size_t queue) {
        LoggedWork& one = result_.work.emplace_back();
        one.work = work;
        one.queue = log_.queues[queue];
        one.intervals.resize(scenario_.intervals());
        one.single = !log_.calls.empty();
        one.ends = !was_noted(log_, LogNoteKind::no_outcome) && !was_noted(log_, LogNoteKind::answered_only);
        one.waits = one.ends && (!one.single || std::any_of(log_.calls.begin(), log_.calls.end(),
                                                            [](const auto& call) { return call.wait_s > 0.0; }));
        one.wrap_up_s = wrap_up_of(scenario_.work()[work]);
        open_.push_back(open_intervals(work));
    }

    double wrap_up_of(const Work& work) const {
        if (options_.wrap_up) return options_.wrap_up->count();
        const bool stated = options_.add_stated_wrap_up && work.wrap_up && leaves_out_wrap_up(log_);
        return stated ? work.wrap_up->mean_duration().count() : 0.0;
    }

    std::vector<bool> open_intervals(WorkIndex work) const {
        std::vector<bool> open(scenario_.intervals(), false);
        std::vector<std::string> sites = scenario_.sites();
        sites.emplace_back();
        for (const std::string& site : sites) {
            if (!scenario_.comes_from(work, site)) continue;
            const OpenMask mask = scenario_.accepted(work, site);
            for (std::size_t i = 0; i < open.size(); ++i) open[i] = open[i] || is_open_in(mask, i);
        }
        return open;
    }

    void find_days() {
        std::set<Date> logged;
        for (const LoggedCall& call : log_.calls) logged.insert(call.date);
        for (const LoggedInterval& row : log_.intervals) logged.insert(row.date);
        for (int day = 0; day < calendar_.days(); ++day) {
            if (!calendar_.is_open(day)) continue;
            if (logged.erase(calendar_.date(day)) > 0) {
                result_.days.push_back(day);
                compared_.insert(calendar_.date(day));
            } else {
                result_.left_out.days_only_in_scenario.push_back(calendar_.date(day));
            }
        }
        result_.left_out.days_only_in_log.assign(logged.begin(), logged.end());
    }

    // Where a row counts; nothing where it is left out, which is counted too.
    std::optional<At> place(Date date, Minutes time, std::size_t queue, double calls) {
        NotCompared& left = result_.left_out;
        const auto work = works_.find(queue);
        if (work == works_.end() || !work->second) {
            left.calls_in_them += calls;
            return std::nullopt;
        }
        if (!compared_.contains(date)) {
            left.calls_on_them += calls;
            return std::nullopt;
        }
        LoggedWork* one = of(*work->second);
        const auto interval = calendar_.interval_at(date, time - time % calendar_.parts().interval);
        if (!interval || !open_[static_cast<std::size_t>(one - result_.work.data())][*interval]) {
            left.calls_while_closed += calls;
            return std::nullopt;
        }
        return At{one, *interval};
    }

    void add(const At& at, const LoggedCall& call) {
        LoggedSums& sums = at.work->intervals[at.interval];
        Numbers& n = sums.numbers;
        const Work& work = scenario_.work()[at.work->work];
        const bool in_time = call.wait_s <= work.service_threshold().count();
        n[kernel::call_offered] += 1.0;
        if (call.end == CallEnd::turned_away) {
            n[kernel::call_blocked] += 1.0;
            return;
        }
        n[kernel::call_admitted_wait] += call.wait_s;
        const bool answered = call.end == CallEnd::answered;
        n[answered ? kernel::call_answered : kernel::call_abandoned] += 1.0;
        if (answered) n[kernel::call_answered_wait] += call.wait_s;
        if (!answered && call.wait_s <= work.short_wait_s()) n[kernel::call_short] += 1.0;
        if (in_time) n[answered ? kernel::call_in_time : kernel::call_early] += 1.0;
        const bool hung_up_at_once = !answered && call.wait_s <= 0.0 && work.balk.value() > 0.0;
        if (!hung_up_at_once) {
            at.work->waited_s += call.wait_s;
            at.work->gave_up += answered ? 0.0 : 1.0;
        }
        if (call.handling_s && *call.handling_s > 0.0) add_handling(*at.work, sums, 1.0, *call.handling_s);
    }

    void add(const At& at, const LoggedInterval& row) {
        LoggedSums& sums = at.work->intervals[at.interval];
        Numbers& n = sums.numbers;
        n[kernel::call_offered] += row.offered;
        if (row.offered > 0.0 && !row.answered && !row.abandoned) at.work->ends = false;
        const double answered = row.handled();
        n[kernel::call_answered] += answered;
        n[kernel::call_abandoned] += row.abandoned.value_or(row.offered - answered);
        if (answered > 0.0 && !row.asa_s) at.work->waits = false;
        n[kernel::call_answered_wait] += row.asa_s.value_or(0.0) * answered;
        if (row.handling_s && *row.handling_s > 0.0 && answered > 0.0)
            add_handling(*at.work, sums, answered, *row.handling_s);
    }

    static void add_handling(const LoggedWork& work, LoggedSums& sums, double calls, double each_s) {
        sums.handled += calls;
        sums.handling_s += calls * (each_s + work.wrap_up_s);
    }

    void complete(LoggedWork& work) const {
        const auto& target = scenario_.work()[work.work].call_target;
        work.waits = work.waits && work.ends;
        for (LoggedSums& sums : work.intervals) {
            simulation::complete_numbers(sums.numbers, true, target ? target->counting : Counting::offered);
            work.handling = work.handling || sums.handled > 0.0;
        }
    }

    const Scenario& scenario_;
    const Calendar& calendar_;
    const CallLog& log_;
    const WorkOfQueue& works_;
    ValidateOptions options_;
    std::vector<std::vector<bool>> open_{};  // as result_.work
    std::set<Date> compared_{};
    LoggedCalls result_{};
};

}  // namespace

bool was_noted(const CallLog& log, LogNoteKind kind) {
    return std::any_of(log.reading.notes.begin(), log.reading.notes.end(),
                       [&](const LogNote& note) { return note.kind == kind; });
}

bool leaves_out_wrap_up(const CallLog& log) {
    return std::any_of(log.reading.notes.begin(), log.reading.notes.end(), [](const LogNote& note) {
        if (note.kind == LogNoteKind::handling_by_end) return true;  // of the conversation
        return note.kind == LogNoteKind::handling_by_parts &&
               note.arguments.front().find("wrap_up") == std::string::npos;
    });
}

LoggedSums& LoggedSums::operator+=(const LoggedSums& other) {
    for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] += other.numbers[i];
    handled += other.handled;
    handling_s += other.handling_s;
    return *this;
}

LoggedCalls read_logged_calls(const Scenario& scenario, const CallLog& log, const WorkOfQueue& works,
                              const ValidateOptions& options) {
    return LoggedReader{scenario, log, works, options}.read();
}

}  // namespace freiton::study
