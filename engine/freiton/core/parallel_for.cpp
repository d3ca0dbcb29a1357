// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/parallel_for.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "freiton/core/contracts.hpp"

namespace freiton {

namespace {

// The error of the lowest index, so that the same input complains the same way on any number of threads.
class FirstError {
  public:
    void keep(std::size_t index, std::exception_ptr error) {
        const std::lock_guard lock{mutex_};
        if (error_ && index_ <= index) return;
        index_ = index;
        error_ = std::move(error);
    }
    void rethrow() const {
        if (error_) std::rethrow_exception(error_);
    }

  private:
    std::mutex mutex_;
    std::size_t index_ = 0;
    std::exception_ptr error_;
};

}  // namespace

int available_threads() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency())); }

void parallel_for(std::size_t count, int threads, const std::function<void(std::size_t)>& body) {
    EXPECTS(threads >= 0);
    std::atomic<std::size_t> next{0};
    std::atomic<bool> failed{false};
    FirstError first_error;
    const auto work = [&] {
        while (!failed) {  // asked before an index is taken: whoever took one runs it, so the lowest failure is seen
            const std::size_t index = next++;
            if (index >= count) return;
            try {
                body(index);
            } catch (...) {
                failed = true;
                first_error.keep(index, std::current_exception());
            }
        }
    };
    const auto wanted = static_cast<std::size_t>(threads == 0 ? available_threads() : threads);
    {
        std::vector<std::jthread> helpers;  // the calling thread works too
        for (std::size_t i = 1; i < std::min(wanted, count); ++i) helpers.emplace_back(work);
        work();
    }
    first_error.rethrow();
}

void run_watched(const std::function<void()>& work, std::chrono::milliseconds pause,
                 const std::function<void()>& look) {
    std::mutex mutex;
    std::condition_variable ended;
    bool has_ended = false;
    std::exception_ptr error;
    {
        const std::jthread worker{[&] {
            try {
                work();
            } catch (...) {
                error = std::current_exception();
            }
            const std::lock_guard lock{mutex};
            has_ended = true;
            ended.notify_one();
        }};
        std::unique_lock lock{mutex};
        while (!ended.wait_for(lock, pause, [&] { return has_ended; })) {
            lock.unlock();
            look();
            lock.lock();
        }
    }
    if (error) std::rethrow_exception(error);
}

}  // namespace freiton
