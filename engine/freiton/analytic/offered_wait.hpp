// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "freiton/analytic/patience_law.hpp"
#include "freiton/analytic/wait_density.hpp"

namespace freiton::analytic {

/// The wait that a caller of endless patience would have (M/M/n+G), seen from the moment when all agents are busy, in
/// mean patiences: its density is exp(y H(v) - c v) up to a factor, H(v) the integral of P(patience > .) up to v.
///
/// The exponent is concave, as H is. From its peak outwards go panels over which it falls by 15 at most and that end
/// where the law has a break; 31 Kronrod nodes on each, and halves where those and its 15 Gauss nodes differ. Where
/// nobody gives up between breaks (constant patience, recorded values) each piece is an exponential function, and its
/// integrals are closed forms.
///
/// Source:   Baccelli and Hebuterne (1981); Zeltyn and Mandelbaum, "Call centers with impatient customers" (2005),
///           section 3: their J, J(t), J_1, J_H and kin, all of whose terms are positive here.
/// Domain:   c > 0, y > 0.
/// Accuracy: relative error below 1e-10 (OfferedWait.*), and about 1e-16 y of the exponent's rounding.
/// Cost:     some 60 to 130 values of the law, more where it is wild near 0; one piece for each recorded value.
class OfferedWait {
  public:
    OfferedWait(QueueShape shape, std::shared_ptr<const PatienceLaw> patience);

    const PatienceLaw& patience() const { return *patience_; }

    /// The largest exponent: integrals are scaled by exp of -it.
    double ln_scale() const { return ln_scale_; }

    /// From `from` to `to`, which may be infinite; 0 <= from <= to.
    WaitIntegrals between(double from, double to) const;

  private:
    double exponent(double v, const LawUpto& law) const {
        return shape_.y * law.limited_mean_s(v) - shape_.c * v - ln_scale_;
    }
    double exponent(double v) const { return exponent(v, patience_->upto(v)); }
    double find_peak() const;
    double first_width(double v) const;
    void add_upwards(WaitIntegrals& sum, double from, double to) const;
    void add_downwards(WaitIntegrals& sum, double from, double to) const;
    void add_panel(WaitIntegrals& sum, double from, double to, int& left) const;
    void add_steps(WaitIntegrals& sum, double from, double to) const;
    void add_piece(WaitIntegrals& sum, double from, double to, const LawUpto& law) const;

    QueueShape shape_;
    std::shared_ptr<const PatienceLaw> patience_;
    double peak_ = 0.0;
    double ln_scale_ = 0.0;
};

}  // namespace freiton::analytic
