// SPDX-License-Identifier: Apache-2.0
#include "freiton/cli/watch.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <memory>
#include <string>

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
    ~ProgressBar() {
        if (shown_) std::fputs("\r\033[K", stderr);
    }
    void show(double now_done) {
        const double share = share_ = std::max(share_, now_done);  // an estimate may fall
        const auto now = Clock::now();
        if (now - began_ < std::chrono::seconds{1} || now - last_ < std::chrono::milliseconds{200}) return;
        last_ = now;
        shown_ = true;
        constexpr int width = 30;
        const int filled = static_cast<int>(share * width);
        const double elapsed = std::chrono::duration<double>(now - began_).count();
        const double left = share > 0.01 ? elapsed * (1.0 - share) / share : 0.0;
        std::fprintf(stderr, "\r\033[K[%s%s] %3.0f %%  %.0f s left",
                     std::string(static_cast<std::size_t>(filled), '#').c_str(),
                     std::string(static_cast<std::size_t>(width - filled), '.').c_str(), share * 100.0, left);
        std::fflush(stderr);
    }

  private:
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
    if (!common.quiet && isatty(STDERR_FILENO) != 0) {
        auto bar = std::make_shared<ProgressBar>();
        control.progress = [bar](double share) { bar->show(share); };
    }
    return control;
}

}  // namespace freiton::cli
