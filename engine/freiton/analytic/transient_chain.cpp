// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/transient_chain.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "freiton/analytic/poisson_weights.hpp"

namespace freiton::analytic {

namespace {

constexpr double too_little = 1e-19;    // weights below are taken for 0
constexpr double seldom_s = 1e-12;      // seconds at the highest state, beyond which more states are needed
constexpr double hardly_there = 1e-16;  // weight of a state that the next interval need not start from

// Weights of one layer of states, with a zero before and behind; all outside [low, high] are 0.
struct StateWindow {
    std::vector<double> weight;
    std::ptrdiff_t low = 0;
    std::ptrdiff_t high = -1;

    bool empty() const { return high < low; }
    double* at() { return weight.data() + 1; }
    const double* at() const { return weight.data() + 1; }
    void trim() {
        double* w = at();
        while (low <= high && w[low] < too_little) w[low++] = 0.0;
        while (low <= high && w[high] < too_little) w[high--] = 0.0;
    }
    // Clears what is left from before outside the new bounds.
    void set_bounds(std::ptrdiff_t new_low, std::ptrdiff_t new_high) {
        double* w = at();
        for (std::ptrdiff_t j = low; j <= std::min(high, new_low - 1); ++j) w[j] = 0.0;
        for (std::ptrdiff_t j = std::max(low, new_high + 1); j <= high; ++j) w[j] = 0.0;
        low = new_low;
        high = new_high;
    }
};

// Probabilities of one step of the uniformized chain out of each state of a layer.
struct LayerRates {
    std::vector<double> stay, up, down;  // with a zero before and behind
    double leave = 0.0;                  // to the layer with one busy agent less, as many waiting
};

// Which states there are, and how often per second the chain is watched.
struct ChainExtent {
    int agents = 0;
    int busiest = 0;
    int top = 0;  // most callers in the system
    double pace = 0.0;
};

using StateLayers =
    std::vector<StateWindow>;  // [0]: nobody is about to leave; [k]: k more are busy than are to be there

class ChainSteps {
  public:
    // `marked`: the callers before a waiting one; nobody joins them, and he himself may give up.
    ChainSteps(const ChainRates& rates, const ChainExtent& extent, bool marked)
        : agents_{extent.agents}, top_{extent.top} {
        for (int busy = extent.agents; busy <= extent.busiest; ++busy)
            layers_.push_back(of_layer(rates, extent, busy, marked));
    }

    void step(const StateLayers& from, StateLayers& to) const {
        for (std::size_t k = 0; k < layers_.size(); ++k) {
            const StateWindow* above = k + 1 < layers_.size() ? &from[k + 1] : nullptr;
            within(layers_[k], from[k], above, k == 0 ? agents_ : 0, above ? layers_[k + 1].leave : 0.0, to[k],
                   k == 0 ? top_ : top_ - agents_ - static_cast<std::ptrdiff_t>(k));
        }
    }

  private:
    static LayerRates of_layer(const ChainRates& rates, const ChainExtent& extent, int busy, bool marked) {
        const bool leaving = busy > extent.agents;
        const int first = leaving ? busy : 0;  // callers in the system at index 0
        const std::vector<double> none(static_cast<std::size_t>(extent.top - first) + 3, 0.0);
        LayerRates layer{none, none, none, leaving ? busy * rates.service / extent.pace : 0.0};
        for (int n = first; n <= extent.top; ++n) {
            const auto j = static_cast<std::size_t>(n - first) + 1;
            const int served = std::min(n, busy);
            const double gives_up = (n - served) * rates.abandon / extent.pace;
            const double himself = marked ? rates.abandon / extent.pace : 0.0;
            const double done = served * rates.service / extent.pace;
            const bool may_come = !marked && n < std::min(rates.lines, extent.top);
            const bool he_is_answered = marked && !leaving && n <= busy;
            layer.up[j] = may_come ? rates.arrival / extent.pace : 0.0;
            layer.down[j] = he_is_answered ? 0.0 : gives_up + (leaving ? 0.0 : done);
            layer.stay[j] = 1.0 - layer.up[j] - gives_up - done - himself;
        }
        return layer;
    }

    static void within(const LayerRates& steps, const StateWindow& from, const StateWindow* above, std::ptrdiff_t shift,
                       double leave, StateWindow& to, std::ptrdiff_t last) {
        std::ptrdiff_t low = from.empty() ? last + 1 : std::max<std::ptrdiff_t>(0, from.low - 1);
        std::ptrdiff_t high = from.empty() ? -1 : std::min(last, from.high + 1);
        const bool some_leave = above != nullptr && !above->empty();
        if (some_leave) {
            low = std::min(low, above->low + shift);
            high = std::max(high, above->high + shift);
        }
        to.set_bounds(low, high);
        const double* x = from.at();
        const double* stay = steps.stay.data() + 1;
        const double* up = steps.up.data() + 1;
        const double* down = steps.down.data() + 1;
        double* y = to.at();
        for (std::ptrdiff_t j = low; j <= high; ++j)
            y[j] = stay[j] * x[j] + up[j - 1] * x[j - 1] + down[j + 1] * x[j + 1];
        if (some_leave) {
            const double* z = above->at();
            for (std::ptrdiff_t j = above->low; j <= above->high; ++j) y[j + shift] += leave * z[j];
        }
        to.trim();
    }

    std::ptrdiff_t agents_;
    std::ptrdiff_t top_;
    std::vector<LayerRates> layers_;
};

// One of the things that are carried.
class CarriedStates {
  public:
    CarriedStates(const TransientStates& begin, int busiest, int top) : agents_{begin.agents} {
        for (int busy = begin.agents; busy <= busiest; ++busy) {
            const int first = busy == begin.agents ? 0 : busy;
            StateWindow window;
            window.weight.assign(static_cast<std::size_t>(std::max(0, top - first)) + 3, 0.0);
            const auto k = static_cast<std::size_t>(busy - begin.agents);
            const bool known = k == 0 || k <= begin.leaving.size();
            end_.push_back(window);
            integral_.push_back(window);
            next_.push_back(window);
            if (known) {
                const std::vector<double>& weights = k == 0 ? begin.in_system : begin.leaving[k - 1];
                const auto size = std::min(weights.size(), window.weight.size() - 2);
                std::copy_n(weights.begin(), size, window.weight.begin() + 1);
                window.high = static_cast<std::ptrdiff_t>(size) - 1;
                window.trim();
            }
            now_.push_back(std::move(window));
        }
    }

    void count(double exactly, double more_than) {
        for (std::size_t k = 0; k < now_.size(); ++k) {
            const StateWindow& now = now_[k];
            const double* x = now.at();
            if (exactly > 0.0) add(end_[k].at(), x, exactly, now);
            if (more_than > 0.0) add(integral_[k].at(), x, more_than, now);
        }
    }

    void step(const ChainSteps& steps) { steps.step(now_, next_); }

    // Adds a part of others to what the step brings: those that were there before it.
    void join(const StateLayers& others, double part, int first, int lines) {
        for (std::size_t k = 0; k < next_.size(); ++k) {
            const std::ptrdiff_t least = k == 0 ? first : 0;
            const std::ptrdiff_t in_system = k == 0 ? 0 : agents_ + static_cast<std::ptrdiff_t>(k);
            const std::ptrdiff_t low = std::max(others[k].low, least);
            const std::ptrdiff_t high = std::min<std::ptrdiff_t>(others[k].high, lines - 1 - in_system);
            if (high < low) continue;
            StateWindow& to = next_[k];
            const double* x = others[k].at();
            double* y = to.at();
            for (std::ptrdiff_t j = low; j <= high; ++j) y[j] += part * x[j];
            to.low = to.empty() ? low : std::min(to.low, low);
            to.high = std::max(to.high, high);
        }
    }

    void go_on() { now_.swap(next_); }
    const StateLayers& now() const { return now_; }
    bool empty() const {
        return std::all_of(now_.begin(), now_.end(), [](const StateWindow& window) { return window.empty(); });
    }
    double weight_at_top() const {
        double weight = 0.0;
        for (const StateWindow& window : integral_) weight += window.weight[window.weight.size() - 2];
        return weight;
    }
    TransientStates end() const { return states(end_, 1.0); }
    TransientStates integral(double pace) const { return states(integral_, 1.0 / pace); }

  private:
    static void add(double* to, const double* x, double factor, const StateWindow& now) {
        for (std::ptrdiff_t j = now.low; j <= now.high; ++j) to[j] += factor * x[j];
    }

    TransientStates states(const StateLayers& layers, double factor) const {
        TransientStates states{.agents = agents_};
        for (std::size_t k = 0; k < layers.size(); ++k) {
            std::vector<double> weights{layers[k].weight.begin() + 1, layers[k].weight.end() - 1};
            for (double& weight : weights) weight *= factor;
            while (!weights.empty() && weights.back() < too_little) weights.pop_back();
            if (k == 0)
                states.in_system = std::move(weights);
            else
                states.leaving.push_back(std::move(weights));
        }
        while (!states.leaving.empty() && states.leaving.back().empty()) states.leaving.pop_back();
        return states;
    }

    int agents_;
    StateLayers now_, next_, end_, integral_;
};

// States from `from` callers on that are within reach in this time; an estimate, which is checked.
int within_reach(const ChainRates& rates, int agents, int from, double seconds) {
    const double served = agents * rates.service;
    const double drift = std::max(0.0, rates.arrival - served) * seconds;
    const double farthest = from + drift + 9.0 * std::sqrt((rates.arrival + served) * seconds) + 10.0;
    double weight = 1.0;
    int n = agents;  // all states that are likely in the long run
    for (; weight > hardly_there && n < farthest; ++n)
        weight *= rates.arrival /
                  (std::min(n + 1, agents) * rates.service + std::max(0, n + 1 - agents) * rates.abandon + 1e-300);
    return std::max(n, from) + 3;
}

TransientCourse carried_course(const ChainRates& rates, const TransientFlow& begin, double seconds,
                               const ChainExtent& extent, double& at_top) {
    std::optional<ChainSteps> of_everybody, of_marked;
    if (begin.everybody) of_everybody.emplace(rates, extent, false);
    if (begin.waiting) of_marked.emplace(rates, extent, true);
    const auto carried = [&](const std::optional<TransientStates>& states) {
        std::optional<CarriedStates> result;
        if (states) result.emplace(*states, extent.busiest, extent.top);
        return result;
    };
    std::optional<CarriedStates> everybody = carried(begin.everybody);
    std::optional<CarriedStates> waiting = carried(begin.waiting);
    std::optional<CarriedStates> waited = carried(begin.waited);
    const std::array<std::optional<CarriedStates>*, 3> all = {&everybody, &waiting, &waited};
    const PoissonWeights weights = poisson_weights(extent.pace * seconds);
    for (std::size_t k = 0; k < weights.end(); ++k) {
        for (auto* one : all)
            if (*one) (*one)->count(weights.at(k), weights.more_than[k]);
        if (!everybody && waiting->empty() && (!waited || waited->empty())) break;
        if (everybody) everybody->step(*of_everybody);
        if (waiting) waiting->step(*of_marked);
        if (waited) waited->step(*of_marked);
        if (everybody && waiting)
            waiting->join(everybody->now(), rates.arrival / extent.pace, extent.agents, rates.lines);
        if (waited) waited->join(waiting->now(), 1.0 / extent.pace, extent.agents, std::numeric_limits<int>::max());
        for (auto* one : all)
            if (*one) (*one)->go_on();
    }
    TransientCourse result;
    if (everybody) result = {{.everybody = everybody->end()}, {.everybody = everybody->integral(extent.pace)}};
    if (waiting) result.end.waiting = waiting->end(), result.integral.waiting = waiting->integral(extent.pace);
    if (waited) result.end.waited = waited->end(), result.integral.waited = waited->integral(extent.pace);
    at_top = everybody ? everybody->weight_at_top() / extent.pace : 0.0;
    return result;
}

TransientCourse standing_still(const TransientFlow& begin, double seconds) {
    TransientCourse result{begin, begin};
    for (auto* one : {&result.integral.everybody, &result.integral.waiting, &result.integral.waited})
        if (*one) **one *= seconds;
    return result;
}

}  // namespace

TransientCourse advanced(const ChainRates& rates, const TransientFlow& begin, double seconds) {
    const TransientStates& leader = begin.everybody ? *begin.everybody : *begin.waiting;
    ChainExtent extent{.agents = leader.agents, .busiest = leader.most_busy()};
    for (const auto* one : {&begin.everybody, &begin.waiting, &begin.waited})
        if (*one) {
            extent.busiest = std::max(extent.busiest, (*one)->most_busy());
            extent.top = std::max(extent.top, (*one)->most_in_system(hardly_there));
        }
    extent.top = std::max(extent.top, extent.busiest);
    if (begin.everybody)
        extent.top = std::max(
            extent.top,
            within_reach(rates, extent.agents, std::max(extent.agents, leader.most_in_system(hardly_there)), seconds));
    for (;;) {
        const bool all_lines = extent.top >= rates.lines;
        if (all_lines) extent.top = std::max(rates.lines, extent.busiest);
        extent.pace = rates.arrival + extent.busiest * rates.service + (extent.top - extent.agents + 1) * rates.abandon;
        if (extent.pace * seconds == 0.0) return standing_still(begin, seconds);
        double at_top = 0.0;
        TransientCourse result = carried_course(rates, begin, seconds, extent, at_top);
        if (all_lines || at_top < seldom_s) return result;
        extent.top += 50 + (extent.top - extent.agents) / 2;
    }
}

}  // namespace freiton::analytic
