// SPDX-License-Identifier: Apache-2.0
#include "freiton/cli/watch.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <limits>
#include <memory>
#include <string>

#include "freiton/report/language.hpp"

namespace freiton::cli {

namespace {

std::atomic<bool> stop{false};

extern "C" void on_interrupt(int) {
    stop = true;
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

using Clock = std::chrono::steady_clock;

// A line on stderr that is written over and over, and wiped at the end.
class ProgressBar {
  public:
    explicit ProgressBar(report::Language language) : language_{language} {}
    ~ProgressBar() {
        if (shown_) std::fputs("\r\033[K", stderr);
    }
    void show(double now_done) {
        const double share = share_ = std::max(share_, now_done);  // an estimate may fall
        const auto now = Clock::now();
        if (now - began_ < std::chrono::seconds{1} || now - last_ < std::chrono::milliseconds{200}) return;
        last_ = now;
        shown_ = true;
        constexpr int width = 20;
        const int filled = static_cast<int>(share * width);
        const double elapsed = std::chrono::duration<double>(now - began_).count();
        const double left = share > 0.01 ? elapsed * (1.0 - share) / share : 0.0;
        std::string line = "[" + std::string(static_cast<std::size_t>(filled), '#');
        line.append(static_cast<std::size_t>(width - filled), '.');
        line += "] " + report::percent(share, 0, language_) + "  ";
        line += left < 120.0 ? filled_in({"{0} s left", "noch {0} s"}, report::decimal(left, 0, language_))
                             : filled_in({"{0} min left", "noch {0} min"}, report::decimal(left / 60.0, 0, language_));
        if (!std::isnan(best_h_))
            line += filled_in({", so far {0} agent hours", ", bisher {0} Personenstunden"},
                              report::decimal(best_h_, 1, language_));
        std::fprintf(stderr, "\r\033[K%s", line.c_str());
        std::fflush(stderr);
    }

    void found(double agent_hours) { best_h_ = agent_hours; }  // NaN: of a new search none yet

  private:
    std::string filled_in(const report::Phrase& phrase, const std::string& value) const {
        return report::filled(in(phrase, language_), {value});
    }

    report::Language language_;
    double best_h_ = std::numeric_limits<double>::quiet_NaN();
    Clock::time_point began_ = Clock::now();
    Clock::time_point last_ = began_;
    double share_ = 0.0;
    bool shown_ = false;
};

}  // namespace

const std::atomic<bool>& interrupted() { return stop; }

void watch_for_interrupt() {
    std::signal(SIGTERM, on_interrupt);
    std::signal(SIGINT, on_interrupt);
}

RunControl run_control(const CommonOptions& common) {
    RunControl control;
    control.threads = common.threads;
    control.stop = &stop;
    control.may_take_hours = common.may_take_hours;
    if (!common.quiet && isatty(STDERR_FILENO) != 0) {
        auto bar = std::make_shared<ProgressBar>(common.language);
        control.progress = [bar](double share) { bar->show(share); };
        control.best_so_far = [bar](double agent_hours) { bar->found(agent_hours); };
    }
    return control;
}

}  // namespace freiton::cli
