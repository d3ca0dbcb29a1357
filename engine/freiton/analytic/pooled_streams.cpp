// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/pooled_streams.hpp"

#include <algorithm>
#include <cmath>

namespace freiton::analytic {

namespace {

double attempts_per_customer(const Redial& redial, double lost) {
    const double again = redial.share.value() * std::clamp(lost, 0.0, 1.0);
    double sum = 0.0;
    for (int i = 0; i < redial.attempts; ++i) sum = 1.0 + again * sum;
    return sum;
}

}  // namespace

CallStream merged_stream(const std::vector<CallStream>& streams) {
    if (streams.size() == 1) return streams.front();
    double rate = 0.0;
    double work = 0.0;
    double square = 0.0;
    double giving_up = 0.0;
    double balking = 0.0;
    int lines = 0;
    bool limited = true;
    for (const CallStream& stream : streams) {
        const double r = stream.rate.per_second();
        const double mean = stream.handling_time.count();
        rate += r;
        work += r * mean;
        square += r * mean * mean * (1.0 + stream.handling_cv * stream.handling_cv);
        balking += r * stream.balk;
        giving_up += stream.patience ? r / stream.patience->count() : 0.0;
        limited = limited && stream.lines;
        lines += stream.lines.value_or(0);
    }
    if (rate == 0.0) return streams.front();
    CallStream all{.rate = ArrivalRate{rate, Seconds{1.0}}, .handling_time = Seconds{work / rate}};
    all.handling_cv = std::sqrt(std::max(0.0, square * rate / (work * work) - 1.0));
    const bool alike = std::all_of(streams.begin(), streams.end(), [&](const CallStream& stream) {
        return stream.patience == streams.front().patience;
    });
    if (alike)
        all.patience = streams.front().patience;  // to the last bit: a law may have an atom at the threshold
    else if (giving_up > 0.0)
        all.patience = Seconds{rate / giving_up};
    all.patience_law = streams.front().patience_law;
    if (limited) all.lines = lines;
    all.balk = balking / rate;
    return all;
}

// Steps until they agree.
std::vector<CallStream> all_attempts(const PooledDemand& demand, double factor, Agents agents) {
    std::vector<CallStream> streams;
    bool any = false;
    for (const CallKind& kind : demand.kinds) {
        streams.push_back(kind.first_attempts);
        streams.back().rate = ArrivalRate{kind.first_attempts.rate.per_second() * factor, Seconds{1.0}};
        any = any || kind.redial;
    }
    if (!any) return streams;
    const std::vector<CallStream> first = streams;
    double last = 0.0;
    for (int step = 0; step < 60; ++step) {
        const double lost = 1.0 - CallQueue{merged_stream(streams), agents}.answered_share();
        for (std::size_t k = 0; k < streams.size(); ++k)
            if (const auto& redial = demand.kinds[k].redial)
                streams[k].rate =
                    ArrivalRate{first[k].rate.per_second() * attempts_per_customer(*redial, lost), Seconds{1.0}};
        if (std::abs(lost - last) < 1e-5) break;
        last = lost;
    }
    return streams;
}

}  // namespace freiton::analytic
