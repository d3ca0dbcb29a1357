// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/forecast.hpp"

#include <cmath>

namespace freiton {

namespace {

double share_of_mean(const ForecastDay& day, ForecastScene scene) {
    if (scene == ForecastScene::expected || day.arrivals.mean <= 0.0) return 1.0;
    return (scene == ForecastScene::low ? day.arrivals.low : day.arrivals.high) / day.arrivals.mean;
}

}  // namespace

std::string scene_suffix(ForecastScene scene) {
    return scene == ForecastScene::low ? "-low" : scene == ForecastScene::high ? "-high" : "";
}

VolumeFile volumes_of(const WorkForecast& work, ForecastScene scene) {
    VolumeFile file{.path = "volumes" + scene_suffix(scene) + ".csv"};
    for (const ForecastDay& day : work.days)
        for (const ForecastInterval& interval : day.intervals) {
            VolumeRow row{.date = day.date, .start = interval.start};
            row.arrivals = std::round(interval.arrivals.mean * share_of_mean(day, scene) * 1000.0) / 1000.0;
            if (interval.handling_time_s) row.handling_time_s = std::round(*interval.handling_time_s * 10.0) / 10.0;
            file.rows.push_back(std::move(row));
        }
    return file;
}

}  // namespace freiton
