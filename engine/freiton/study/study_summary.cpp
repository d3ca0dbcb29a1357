// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/study_summary.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "freiton/study/complete_grid.hpp"

namespace freiton::study {

namespace {

using Measure = StudyEffect::Measure;

bool is_service(const std::string& name) {
    return name.ends_with(".service_level") || name.ends_with(".done_in_time_share");
}

// Cost, service over all, then that of each kind of work.
std::vector<std::string> outputs_of(const StudyTable& table, const std::string& cost) {
    std::vector<std::string> outputs = {cost, std::string{study_service}};
    std::vector<std::string> services;
    for (const std::string& name : table.figures())
        if (is_service(name)) services.push_back(name);
    if (services.size() > 1) outputs.insert(outputs.end(), services.begin(), services.end());
    return outputs;
}

// The rows in which a figure is defined, and what it is there.
struct Sample {
    std::vector<std::size_t> rows;
    std::vector<double> outputs;
};

Sample sample_of(const StudyTable& table, const std::string& figure) {
    Sample sample;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const double value = table.rows[i].value(figure);
        if (!std::isfinite(value)) continue;
        sample.rows.push_back(i);
        sample.outputs.push_back(value);
    }
    return sample;
}

// Rows with the same value are of one class.
std::vector<std::size_t> levels(const StudyTable& table, const Sample& sample, std::size_t input) {
    std::map<std::string, std::size_t> known;
    std::vector<std::size_t> classes;
    for (const std::size_t row : sample.rows)
        classes.push_back(known.emplace(table.settings[row][input].text, known.size()).first->second);
    return classes;
}

// So many classes of equal size, by rising input.
std::vector<std::size_t> equal_classes(const std::vector<double>& inputs, std::size_t count) {
    std::vector<std::size_t> order(inputs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return inputs[a] < inputs[b]; });
    std::vector<std::size_t> classes(inputs.size());
    for (std::size_t i = 0; i < order.size(); ++i) classes[order[i]] = i * count / order.size();
    return classes;
}

// Of the samples whose three points are all there.
std::optional<SobolIndices> saltelli_indices(const StudyTable& table, const Sample& sample, std::size_t input) {
    std::vector<double> output(table.variations, CallFigures::none);
    for (std::size_t i = 0; i < sample.rows.size(); ++i)
        output[table.rows[sample.rows[i]].variation] = sample.outputs[i];
    std::vector<double> at_a, at_b, at_ab;
    const std::size_t block = table.inputs.size() + 2;
    for (std::size_t a = 0; a + block <= output.size(); a += block) {
        const std::size_t b = a + 1, ab = a + 2 + input;
        if (std::isnan(output[a] + output[b] + output[ab])) continue;
        at_a.push_back(output[a]);
        at_b.push_back(output[b]);
        at_ab.push_back(output[ab]);
    }
    return sobol_indices(at_a, at_b, at_ab);
}

void set_means(StudyEffect& effect, const std::vector<std::size_t>& classes, const std::vector<double>& outputs) {
    std::map<std::size_t, std::pair<double, double>> sums;  // sum and count
    for (std::size_t i = 0; i < classes.size(); ++i) {
        sums[classes[i]].first += outputs[i];
        sums[classes[i]].second += 1.0;
    }
    bool first = true;
    for (const auto& [name, sum] : sums) {
        const double mean = sum.first / sum.second;
        effect.least_mean = first ? mean : std::min(effect.least_mean, mean);
        effect.most_mean = first ? mean : std::max(effect.most_mean, mean);
        first = false;
    }
}

std::optional<StudyEffect> effect_of(const StudyTable& table, const Sample& sample, std::size_t input) {
    StudyEffect effect;
    std::vector<double> inputs;
    for (const std::size_t row : sample.rows) inputs.push_back(table.settings[row][input].number);
    std::vector<std::size_t> classes = levels(table, sample, input);
    const std::size_t known = classes.empty() ? 0 : *std::max_element(classes.begin(), classes.end()) + 1;
    if (known < 2) return std::nullopt;
    std::optional<double> value;
    if (table.design == "grid" || !table.inputs[input].numeric) {
        value = explained_share(classes, sample.outputs, false);
    } else if (table.design == "sobol") {
        effect.measure = Measure::sobol_index;
        const auto root = static_cast<std::size_t>(std::sqrt(static_cast<double>(inputs.size())));
        const std::size_t count = std::clamp<std::size_t>(root, 2, 64);
        value = explained_share(known > count ? equal_classes(inputs, count) : classes, sample.outputs, true);
    } else if (table.design == "saltelli") {
        effect.measure = Measure::sobol_index;
        if (const auto indices = saltelli_indices(table, sample, input)) {
            value = indices->first;
            effect.total = indices->total;
        }
    } else {
        effect.measure = Measure::rank_correlation;
        value = rank_correlation(inputs, sample.outputs);
    }
    if (!value) return std::nullopt;
    effect.value = *value;
    constexpr std::size_t tenths = 10;
    if (table.inputs[input].numeric && known > tenths) classes = equal_classes(inputs, tenths);
    set_means(effect, classes, sample.outputs);
    return effect;
}

// Where rows failed, the shares of several inputs would overlap and add up to more than all.
Sample complete_part(const StudyTable& table, const Sample& sample) {
    std::vector<std::vector<std::size_t>> of_rows(sample.rows.size());
    for (std::size_t k = 0; k < table.inputs.size(); ++k) {
        const std::vector<std::size_t> of_input = levels(table, sample, k);
        for (std::size_t i = 0; i < of_input.size(); ++i) of_rows[i].push_back(of_input[i]);
    }
    Sample complete;
    for (const std::size_t i : complete_grid(of_rows)) {
        complete.rows.push_back(sample.rows[i]);
        complete.outputs.push_back(sample.outputs[i]);
    }
    return complete;
}

void add_effects(const StudyTable& table, const std::string& output, StudySummary& summary) {
    Sample sample = sample_of(table, output);
    if (table.design == "grid") {
        const std::size_t defined = sample.rows.size();
        sample = complete_part(table, sample);
        summary.left_out = std::max(summary.left_out, defined - sample.rows.size());
    }
    std::vector<StudyEffect> found;
    for (std::size_t k = 0; k < table.inputs.size(); ++k)
        if (auto effect = effect_of(table, sample, k)) {
            effect->output = output;
            effect->input = table.inputs[k].key;
            found.push_back(*std::move(effect));
        }
    const auto strength = [](const StudyEffect& effect) { return effect.total.value_or(std::abs(effect.value)); };
    std::stable_sort(found.begin(), found.end(),
                     [&](const StudyEffect& a, const StudyEffect& b) { return strength(a) > strength(b); });
    summary.effects.insert(summary.effects.end(), found.begin(), found.end());
}

// Cheapest first; of equally cheap ones the best, of equal ones the first.
std::vector<StudyTradeoff> tradeoff_of(const StudyTable& table, const std::string& cost) {
    std::vector<StudyTradeoff> all;
    for (const StudyRow& row : table.rows) {
        const StudyTradeoff one{row.variation, row.value(cost), row.value(study_service), row.met};
        if (std::isfinite(one.cost) && std::isfinite(one.service)) all.push_back(one);
    }
    std::stable_sort(all.begin(), all.end(), [](const StudyTradeoff& a, const StudyTradeoff& b) {
        return a.cost != b.cost ? a.cost < b.cost : a.service > b.service;
    });
    std::vector<StudyTradeoff> front;
    for (const StudyTradeoff& one : all)
        if (front.empty() || one.service > front.back().service) front.push_back(one);
    return front;
}

}  // namespace

StudySummary summary_of(const StudyTable& table) {
    StudySummary summary;
    const bool priced = std::all_of(table.rows.begin(), table.rows.end(), [](const StudyRow& row) {
        return row.failed() || std::isfinite(row.value("cost"));
    });
    summary.cost = priced ? "cost" : "paid_hours";
    for (const std::string& output : outputs_of(table, summary.cost)) add_effects(table, output, summary);
    summary.tradeoff = tradeoff_of(table, summary.cost);
    return summary;
}

}  // namespace freiton::study
