// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/parallel_for.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <iterator>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace freiton {
namespace {

TEST(ParallelFor, VisitsEveryIndexOnceOnAnyNumberOfThreads) {
    for (const int threads : {0, 1, 2, 8}) {
        std::vector<int> visits(1000, 0);
        parallel_for(visits.size(), threads, [&](std::size_t i) { ++visits[i]; });
        EXPECT_EQ(visits, std::vector<int>(1000, 1)) << threads;
    }
}

TEST(ParallelFor, DoesNothingForNothing) {
    parallel_for(0, 4, [](std::size_t) { FAIL() << "there is no index"; });
    SUCCEED();
}

std::ptrdiff_t threads_of_this_process() {
    return std::distance(std::filesystem::directory_iterator{"/proc/self/task"}, std::filesystem::directory_iterator{});
}

// Whoever helps is there before the first index is taken and until the last one is.
TEST(ParallelFor, OneThreadIsTheCallingOne) {
    const std::thread::id caller = std::this_thread::get_id();
    const std::ptrdiff_t before = threads_of_this_process();
    std::atomic<int> others{0};
    parallel_for(10, 1, [&](std::size_t) {
        if (std::this_thread::get_id() != caller || threads_of_this_process() > before) ++others;
    });
    EXPECT_EQ(others, 0);
}

TEST(ParallelFor, TellsTheErrorOfTheLowestIndexThatFailed) {
    for (const int threads : {1, 2, 8}) {
        try {
            parallel_for(100, threads, [](std::size_t i) {
                if (i >= 1) throw std::runtime_error{std::to_string(i)};
            });
            FAIL() << "nothing was thrown";
        } catch (const std::runtime_error& error) {
            EXPECT_STREQ(error.what(), "1") << threads;
        }
    }
}

TEST(RunWatched, LooksUntilTheWorkHasEnded) {
    std::atomic<int> looks{0};
    run_watched(
        [&] {
            while (looks < 3) std::this_thread::yield();
        },
        std::chrono::milliseconds{1}, [&] { ++looks; });
    EXPECT_GE(looks, 3);
}

TEST(RunWatched, LooksOnTheCallingThreadAndWorksOnAnother) {
    std::thread::id worker, looker;
    std::atomic<bool> looked{false};
    run_watched(
        [&] {
            worker = std::this_thread::get_id();
            while (!looked) std::this_thread::yield();
        },
        std::chrono::milliseconds{1},
        [&] {
            looker = std::this_thread::get_id();
            looked = true;
        });
    EXPECT_EQ(looker, std::this_thread::get_id());
    EXPECT_NE(worker, looker);
}

TEST(RunWatched, TellsTheErrorOfTheWork) {
    EXPECT_THROW(run_watched([] { throw std::runtime_error{"no"}; }, std::chrono::milliseconds{1}, [] {}),
                 std::runtime_error);
}

}  // namespace
}  // namespace freiton
