// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/backlog_fluid.hpp"

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <limits>

#include "freiton/analytic/critical_interval.hpp"
#include "freiton/analytic/flattest_profile.hpp"
#include "freiton/analytic/least_agents_for_share.hpp"
#include "registrations.hpp"

// Everything that comes in was checked in Python (freiton._backlog): columns of one length, slots that exist.
namespace freiton::python {

namespace py = pybind11;
using analytic::Cohort;
using Numbers = py::array_t<double, py::array::c_style>;
using Indices = py::array_t<std::int64_t, py::array::c_style>;

namespace {

std::vector<Cohort> cohorts_of(const Numbers& work_h, const Indices& release, const Indices& due, const Indices& kind) {
    std::vector<Cohort> cohorts(static_cast<std::size_t>(work_h.size()));
    for (std::size_t i = 0; i < cohorts.size(); ++i)
        cohorts[i] = {.release = static_cast<std::size_t>(release.data()[i]),
                      .due = static_cast<std::size_t>(due.data()[i]),
                      .work_h = work_h.data()[i],
                      .group = static_cast<int>(kind.data()[i]),
                      .urgency = static_cast<int>(kind.data()[i])};
    return cohorts;
}

std::vector<double> list_of(const Numbers& numbers) { return {numbers.data(), numbers.data() + numbers.size()}; }

template <class Number>
py::array_t<Number> array_of(const std::vector<Number>& numbers) {
    return py::array_t<Number>(static_cast<py::ssize_t>(numbers.size()), numbers.data());
}

// Without the interpreter's lock.
template <class Question>
auto freely(Question question) {
    const py::gil_scoped_release others_may_run;
    return question();
}

py::tuple constant(const Numbers& work_h, const Indices& release, const Indices& due, const Numbers& one_agent_h) {
    const auto cohorts = cohorts_of(work_h, release, due, release);
    const auto hours = list_of(one_agent_h);
    const auto found = freely([&] { return analytic::critical_interval(cohorts, hours); });
    std::vector<std::int64_t> slots;
    for (std::size_t s = found ? found->release : 1; s <= (found ? found->due : 0); ++s)
        slots.push_back(static_cast<std::int64_t>(s));
    return py::make_tuple(found ? found->agents : 0.0, array_of(slots), found ? found->work_h : 0.0);
}

py::tuple constant_for_share(const Numbers& work_h, const Indices& release, const Indices& due, const Indices& group,
                             const Numbers& one_agent_h, const Numbers& share_by_group) {
    const auto cohorts = cohorts_of(work_h, release, due, group);
    const auto hours = list_of(one_agent_h), shares = list_of(share_by_group);
    const auto found = freely([&] { return analytic::least_agents_for_share(cohorts, hours, shares); });
    return py::make_tuple(found.agents, array_of(std::vector<std::int64_t>(found.slots.begin(), found.slots.end())),
                          found.work_h);
}

Numbers flattest(const Numbers& work_h, const Indices& release, const Indices& due, const Numbers& one_agent_h) {
    auto cohorts = cohorts_of(work_h, release, due, release);
    auto hours = list_of(one_agent_h);
    return array_of(freely([&] { return analytic::flattest_profile(std::move(cohorts), std::move(hours)); }));
}

py::dict earliest_due(const Numbers& work_h, const Indices& release, const Indices& due, const Indices& urgency,
                      const Numbers& capacity_h) {
    const auto cohorts = cohorts_of(work_h, release, due, urgency);
    const auto capacity = list_of(capacity_h);
    const auto outcome = freely([&] { return analytic::earliest_due_first(cohorts, capacity); });
    std::vector<double> oldest, done_h;
    std::vector<std::int64_t> cohort, slot;
    for (const auto& from : outcome.oldest)
        oldest.push_back(from ? static_cast<double>(*from) : std::numeric_limits<double>::quiet_NaN());
    for (const auto& portion : outcome.portions) {
        cohort.push_back(static_cast<std::int64_t>(portion.cohort));
        slot.push_back(static_cast<std::int64_t>(portion.slot));
        done_h.push_back(portion.work_h);
    }
    py::dict result;
    result["feasible"] = outcome.feasible;
    result["completed_h"] = array_of(outcome.completed_h);
    result["backlog_h"] = array_of(outcome.backlog_h);
    result["late_h"] = array_of(outcome.late_h);
    result["oldest"] = array_of(oldest);
    result["on_time_h"] = array_of(outcome.on_time_h);
    result["total_h"] = outcome.total_h;
    result["total_late_h"] = outcome.total_late_h;
    result["on_time_share"] = outcome.on_time_share();
    result["portions"] = py::make_tuple(array_of(cohort), array_of(slot), array_of(done_h));
    return result;
}

}  // namespace

void register_backlog(py::module_& module) {
    module.def("backlog_constant", &constant, py::arg("work_h"), py::arg("release"), py::arg("due"),
               py::arg("one_agent_h"));
    module.def("backlog_constant_for_share", &constant_for_share, py::arg("work_h"), py::arg("release"), py::arg("due"),
               py::arg("group"), py::arg("one_agent_h"), py::arg("share_by_group"));
    module.def("backlog_flattest", &flattest, py::arg("work_h"), py::arg("release"), py::arg("due"),
               py::arg("one_agent_h"));
    module.def("backlog_earliest_due", &earliest_due, py::arg("work_h"), py::arg("release"), py::arg("due"),
               py::arg("urgency"), py::arg("capacity_h"));
}

}  // namespace freiton::python
