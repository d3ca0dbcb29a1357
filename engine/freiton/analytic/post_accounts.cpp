// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/post_accounts.hpp"

namespace freiton::analytic {

namespace {

PostAccount account_of(const Scenario& scenario, const Pool& pool, std::size_t stream, const Promise& promise) {
    PostAccount account{.stream = stream, .promise = promise, .groups = groups_of(scenario.calendar(), promise.over)};
    for (std::size_t g = 0; g < account.groups.size(); ++g) {
        account.offered.push_back(g == 0 ? pool.post[stream].opening_backlog : 0.0);
        for (std::size_t s = account.groups[g].first; s < account.groups[g].end; ++s) {
            account.group_of.push_back(g);
            account.offered.back() += pool.post[stream].arrivals[s];
        }
    }
    account.missed.assign(account.groups.size(), 0.0);
    const Work& work = scenario.work()[*promise.work];
    if (promise.kind == PromiseKind::reached) account.part = attempts_of(work.reached, work.no_answer).reached;
    return account;
}

}  // namespace

std::vector<PostAccount> post_accounts(const Scenario& scenario, const Pool& pool) {
    std::vector<PostAccount> accounts;
    for (const Promise& promise : promises_of(scenario)) {
        if (!promise.of_backlog() || promise.each_day) continue;  // no formula knows single days
        for (std::size_t k = 0; k < pool.post.size(); ++k) {
            const Stream& stream = pool.post[k];
            if (stream.work == *promise.work && (!promise.site || !stream.site || *stream.site == *promise.site))
                accounts.push_back(account_of(scenario, pool, k, promise));
        }
    }
    return accounts;
}

void book_late_work(const PoolPost& post, const Pool& pool, const std::vector<std::vector<double>>& late_h,
                    std::vector<PostAccount>& accounts) {
    for (PostAccount& account : accounts)
        for (std::size_t k = 0; k < post.streams.size(); ++k) {
            if (post.stream_of[k] != account.stream) continue;
            for (std::size_t s = 0; s < late_h[k].size(); ++s)
                account.missed[account.group_of[s]] += late_h[k][s] / post.item_h[k][s] * pool.parts;
        }
}

bool is_kept(const PostAccount& account) {
    for (std::size_t g = 0; g < account.groups.size(); ++g)
        if (account.offered[g] > 0.0 && account.missed[g] > 0.0 &&
            !account.promise.kept_by(account.part * (account.offered[g] - account.missed[g]) / account.offered[g]))
            return false;
    return true;
}

}  // namespace freiton::analytic
