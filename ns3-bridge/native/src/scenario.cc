// SPDX-License-Identifier: GPL-2.0-only
#include "scenario.h"

#include "checked.h"

#include <set>

namespace twinslice
{

namespace
{

// The longest SRS period, 320, serves (320 - 10) / 3 UEs that retry their random access.
constexpr int MAX_UES = 100;
constexpr double MAX_MESSAGE_BYTES = 1 << 19;
constexpr double MIN_MESSAGE_BYTES = 24;

Source
ReadSource(const nlohmann::json& json, const std::string& where)
{
    Checked read(json, where);
    Source source{};
    std::string kind = read.OneOf("kind", {"periodic", "poisson", "video", "bursts"});
    if (kind == "periodic")
    {
        source.kind = Source::Kind::Periodic;
        source.periodMillis = read.Number("periodMillis", 0.5, 600000);
        source.bytes = read.Number("bytes", MIN_MESSAGE_BYTES, MAX_MESSAGE_BYTES);
        source.jitterMillis = read.Number("jitterMillis", 0, source.periodMillis, 0);
        source.inPhase = read.Flag("inPhase", false);
    }
    else if (kind == "poisson")
    {
        source.kind = Source::Kind::Poisson;
        source.perSecond = read.Number("packetsPerSecond", 1e-4, 1e5);
        source.bytes = read.Number("bytes", MIN_MESSAGE_BYTES, MAX_MESSAGE_BYTES);
    }
    else if (kind == "video")
    {
        source.kind = Source::Kind::Video;
        source.perSecond = read.Number("framesPerSecond", 1, 120);
        source.bytes = read.Number("kbitPerSecond", 0.01, 1e6) * 125 / source.perSecond;
        source.relativeStd = read.Number("relativeStd", 0, 1, 0);
        if (source.bytes > MAX_MESSAGE_BYTES)
        {
            throw Refused(where + ": a frame is longer than " + std::to_string(1 << 19) + " bytes");
        }
    }
    else
    {
        source.kind = Source::Kind::Bursts;
        source.perSecond = read.Number("burstsPerSecond", 1e-4, 1e4);
        source.bytes = read.Number("bytesPerBurst", MIN_MESSAGE_BYTES, MAX_MESSAGE_BYTES);
        source.relativeStd = read.Number("relativeStd", 0, 1, 0);
    }
    read.Done();
    return source;
}

Load
ReadLoad(const nlohmann::json& json, const std::string& where)
{
    Checked read(json, where);
    Load load{};
    load.fromMillis = read.Number("fromMillis", 0, 1e9);
    load.toMillis = read.Number("toMillis", load.fromMillis, 1e9);
    load.factor = read.Number("factor", 0.01, 100);
    read.Done();
    return load;
}

Slice
ReadSlice(const nlohmann::json& json, const std::string& where)
{
    Checked read(json, where);
    Slice slice{};
    slice.name = read.Name("name");
    slice.ues = static_cast<int>(read.Integer("ues", 1, MAX_UES));
    slice.nearMetres = read.Number("nearMetres", 10, 20000);
    slice.farMetres = read.Number("farMetres", slice.nearMetres, 20000);
    slice.speedMetresPerSecond = read.Number("speedMetresPerSecond", 0, 50, 0);
    slice.deadlineMillis = static_cast<int>(read.Integer("deadlineMillis", 1, 1000000));
    slice.aoiLimitMillis = static_cast<int>(read.Integer("aoiLimitMillis", 0, 1000000, 0));
    const auto& sources = read.List("traffic", 1, 8);
    for (std::size_t i = 0; i < sources.size(); i++)
    {
        slice.sources.push_back(ReadSource(sources[i], read.Path("traffic[" + std::to_string(i) + "]")));
    }
    if (read.Has("load"))
    {
        const auto& loads = read.List("load", 0, 1000);
        for (std::size_t i = 0; i < loads.size(); i++)
        {
            slice.loads.push_back(ReadLoad(loads[i], read.Path("load[" + std::to_string(i) + "]")));
        }
    }
    read.Done();
    return slice;
}

} // namespace

Scenario
Scenario::Read(const nlohmann::json& document)
{
    Checked read(document, "scenario");
    Scenario scenario{};
    scenario.prbs = static_cast<int>(read.Integer("prbs", 25, 100));
    if (scenario.prbs != 25 && scenario.prbs != 50 && scenario.prbs != 100)
    {
        throw Refused("scenario.prbs must be 25, 50 or 100");
    }
    scenario.txPowerDbm = read.Number("txPowerDbm", 0, 60, 46);
    scenario.noiseFigureDb = read.Number("noiseFigureDb", 0, 30, 9);
    scenario.rlcBufferBytes = static_cast<int>(read.Integer("rlcBufferBytes", 2000, 10000000, 102400));
    scenario.olla = read.Flag("olla", false);
    scenario.fading =
        read.Has("fading") ? read.OneOf("fading", {"none", "epa3", "eva60", "etu3"}) : std::string("none");
    scenario.fadingRedrawMillis = static_cast<int>(read.Integer("fadingRedrawMillis", 0, 1000000, 0));
    const auto& slices = read.List("slices", 1, 16);
    std::set<std::string> names;
    for (std::size_t i = 0; i < slices.size(); i++)
    {
        std::string where = "scenario.slices[" + std::to_string(i) + "]";
        scenario.slices.push_back(ReadSlice(slices[i], where));
        if (!names.insert(scenario.slices.back().name).second)
        {
            throw Refused(where + ".name is that of another slice");
        }
    }
    read.Done();
    if (scenario.Ues() > MAX_UES)
    {
        throw Refused("scenario.slices have " + std::to_string(scenario.Ues()) + " UEs, more than " +
                      std::to_string(MAX_UES));
    }
    return scenario;
}

int
Scenario::Ues() const
{
    int ues = 0;
    for (const Slice& slice : slices)
    {
        ues += slice.ues;
    }
    return ues;
}

int
Scenario::GroupPrbs() const
{
    return prbs <= 10 ? 1 : prbs <= 26 ? 2 : prbs <= 63 ? 3 : 4;
}

int
Scenario::UsablePrbs() const
{
    return prbs / GroupPrbs() * GroupPrbs();
}

std::vector<Quota>
ReadPlan(const nlohmann::json& plan, std::size_t slices)
{
    if (!plan.is_array() || plan.size() != 3 * slices)
    {
        throw Refused("plan must be " + std::to_string(3 * slices) + " percentages: dedicated, min and max of " +
                      std::to_string(slices) + " slices");
    }
    for (const auto& percent : plan)
    {
        if (!percent.is_number_integer() || percent.get<int64_t>() < 0 || percent.get<int64_t>() > 100)
        {
            throw Refused("plan must hold whole percentages from 0 to 100");
        }
    }
    std::vector<Quota> quotas;
    int sumOfMin = 0;
    for (std::size_t i = 0; i < slices; i++)
    {
        Quota quota{plan[3 * i].get<int>(), plan[3 * i + 1].get<int>(), plan[3 * i + 2].get<int>()};
        if (quota.dedicated > quota.min || quota.min > quota.max)
        {
            throw Refused("plan of slice " + std::to_string(i) + " needs dedicated <= min <= max");
        }
        sumOfMin += quota.min;
        quotas.push_back(quota);
    }
    if (sumOfMin > 100)
    {
        throw Refused("the minima of the plan add up to " + std::to_string(sumOfMin) + " percent, more than 100");
    }
    return quotas;
}

} // namespace twinslice
