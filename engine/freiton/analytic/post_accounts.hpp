// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/analytic/plan_calls.hpp"
#include "freiton/analytic/pool_work.hpp"

namespace freiton::analytic {

/// What was promised for one stream of the pool over groups of intervals, and how many items are missed of it.
struct PostAccount {
    std::size_t stream = 0;  // of the pool
    Promise promise{};
    std::vector<Group> groups{};
    std::vector<std::size_t> group_of{};  // slot
    std::vector<double> offered{};        // items, by group
    std::vector<double> missed{};
    double part = 1.0;  // of those that are done, the share that counts: of a call list who is reached at all
};

std::vector<PostAccount> post_accounts(const Scenario& scenario, const Pool& pool);

/// Adds the late work, in hours by stream of the post and slot of arrival, to what is missed.
void book_late_work(const PoolPost& post, const Pool& pool, const std::vector<std::vector<double>>& late_h,
                    std::vector<PostAccount>& accounts);

/// In every group of which items are missed: more than all cannot be done.
bool is_kept(const PostAccount& account);

}  // namespace freiton::analytic
