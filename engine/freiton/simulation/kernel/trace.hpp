// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "freiton/simulation/kernel/world.hpp"

namespace freiton::simulation::kernel {

enum class Outcome : std::uint8_t {
    answered,
    abandoned,
    blocked,
    to_call_back,  // hung up to be called back
    done,
    given_up,  // called as often as it may be, and never answered
    lost_at_close,
    lost_later,
    not_done
};

/// What became of one contact, for those who want to see every one.
struct ContactRecord {
    int cls = 0;
    int slot = 0;
    int attempt = 1;
    double arrival = 0.0;
    double begin = -1.0;  // first service; negative: never
    double end = 0.0;
    double due = endless;
    int pool = none;  // of the last service
    Outcome outcome = Outcome::answered;
    bool caused = false;  // by another contact
};

/// One agent's work on a contact, without a break. A contact that was interrupted or handed back has several.
struct ServiceRecord {
    int cls = 0;
    int pool = 0;
    double arrival = 0.0;  // of the contact
    double begin = 0.0;
    double end = 0.0;
    bool finished = true;
    double wrap_up_s = 0.0;  // of it, after the caller had gone
};

/// Is told of every contact and every service.
class Trace {
  public:
    virtual ~Trace() = default;
    virtual void contact(const ContactRecord& record) = 0;
    virtual void service(const ServiceRecord&) {}
};

}  // namespace freiton::simulation::kernel
