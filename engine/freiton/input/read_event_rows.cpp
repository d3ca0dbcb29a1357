// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_map>

#include "freiton/input/log_events.hpp"
#include "freiton/input/log_shapes.hpp"

namespace freiton::input {

namespace {

using C = LogColumn;

// A call whose end has not come yet.
struct OpenCall {
    LoggedCall call{};
    bool answered = false;
};

class EventRows {
  public:
    EventRows(LogCells& cells, LogQueues& queues, CallLog& log) : cells_{cells}, queues_{queues}, log_{log} {}

    void read() {
        for (const std::size_t row : cells_.table().rows()) {
            if (are_enough(cells_.problems())) break;
            const std::string_view word = cells_.table().cell(row, C::event);
            const auto [known, is_new] = words_.try_emplace(std::string{word});
            if (is_new) known->second = call_event_of(word);
            if (!known->second) {
                ++unused_;
                continue;
            }
            const auto moment = cells_.moment(row, C::time);
            if (cells_.is_timed(row, C::time, moment)) events_.push_back({row, *known->second, *moment});
        }
        sort_by_time();
        for (const TimedEvent& one : events_) take(one.row, one.event, one.moment);
        for (auto& [id, open] : open_) still_open(open);
        std::stable_sort(log_.calls.begin(), log_.calls.end(), [](const LoggedCall& a, const LoggedCall& b) {
            return a.date != b.date ? a.date < b.date : a.arrival_s < b.arrival_s;
        });
        add_notes();
    }

  private:
    struct TimedEvent {
        std::size_t row;
        CallEvent event;
        RowMoment moment;
    };

    // Some logs have the newest first; of one second the order of the file tells, from whichever end it begins.
    void sort_by_time() {
        const auto is_earlier = [](const TimedEvent& a, const TimedEvent& b) {
            return a.moment.date != b.moment.date ? a.moment.date < b.moment.date
                                                  : *a.moment.second_s < *b.moment.second_s;
        };
        if (!events_.empty() && is_earlier(events_.back(), events_.front()))
            std::reverse(events_.begin(), events_.end());
        std::stable_sort(events_.begin(), events_.end(), is_earlier);
    }

    void take(std::size_t row, CallEvent event, const RowMoment& moment) {
        const std::string id{cells_.table().cell(row, C::call_id)};
        if (event == CallEvent::enters) {
            if (const auto before = open_.find(id); before != open_.end()) finish(before, CallEnd::turned_away);
            OpenCall open{{.date = moment.date, .arrival_s = *moment.second_s}};
            open.call.queue = queues_.index_of(cells_.table().cell(row, C::queue));
            open_.insert({id, open});
            return;
        }
        const auto found = open_.find(id);
        if (found == open_.end()) {
            ++cut_;
            return;
        }
        LoggedCall& call = found->second.call;
        const double after =
            static_cast<double>((moment.date - call.date).count()) * seconds_a_day + *moment.second_s - call.arrival_s;
        if (event == CallEvent::answered) {
            found->second.answered = true;
            call.wait_s = after;
            return;
        }
        const bool answered = found->second.answered;
        if (answered)
            call.handling_s = after - call.wait_s;
        else
            call.wait_s = after;
        const bool sent_away = event == CallEvent::sent_away || event == CallEvent::ends;
        finish(found, answered ? CallEnd::answered : sent_away ? CallEnd::turned_away : CallEnd::abandoned);
    }

    using Open = std::unordered_map<std::string, OpenCall>;

    void finish(Open::iterator open, CallEnd end) {
        open->second.call.end = end;
        turned_away_ += end == CallEnd::turned_away ? 1 : 0;
        log_.calls.push_back(open->second.call);
        open_.erase(open);
    }

    // Of a call that was answered nobody knows how long it took, of another not even that.
    void still_open(OpenCall& open) {
        ++still_open_;
        open.call.end = open.answered ? CallEnd::answered : CallEnd::turned_away;
        if (!open.answered) open.call.wait_s = 0.0;
        log_.calls.push_back(open.call);
    }

    void add_notes() {
        const auto note = [&](LogNoteKind kind, int count) {
            if (count > 0) cells_.table().notes().push_back({kind, {std::to_string(count)}});
        };
        note(LogNoteKind::events_unused, unused_);
        note(LogNoteKind::calls_cut, cut_);
        note(LogNoteKind::calls_open, still_open_);
        note(LogNoteKind::turned_away, turned_away_);
    }

    LogCells& cells_;
    LogQueues& queues_;
    CallLog& log_;
    std::vector<TimedEvent> events_;
    Open open_;
    std::unordered_map<std::string, std::optional<CallEvent>> words_;
    int unused_ = 0;
    int cut_ = 0;
    int still_open_ = 0;
    int turned_away_ = 0;
};

}  // namespace

void read_event_rows(LogCells& cells, LogQueues& queues, CallLog& log) { EventRows{cells, queues, log}.read(); }

}  // namespace freiton::input
