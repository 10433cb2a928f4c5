// SPDX-License-Identifier: GPL-2.0-only
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace twinslice
{

/** What one UE is sent; the kinds and their parameters are those of the twin. */
struct Source
{
    enum class Kind
    {
        Periodic,
        Poisson,
        Video,
        Bursts
    };

    Kind kind;
    double periodMillis = 0;
    double jitterMillis = 0;
    bool inPhase = false;
    double perSecond = 0;
    double bytes = 0;
    double relativeStd = 0;
};

/** A time in which a slice offers so many times as much. Times count from the end of the attachment. */
struct Load
{
    double fromMillis;
    double toMillis;
    double factor;
};

/** One slice: its UEs, where they are, what they are sent and what they were promised. */
struct Slice
{
    std::string name;
    int ues;
    double nearMetres;
    double farMetres;
    double speedMetresPerSecond;
    int deadlineMillis;
    int aoiLimitMillis; // 0: none
    std::vector<Source> sources;
    std::vector<Load> loads;
};

/** One cell. Everything in it was checked. */
struct Scenario
{
    int prbs;
    double txPowerDbm;
    double noiseFigureDb;
    int rlcBufferBytes;
    bool olla;
    std::string fading;
    int fadingRedrawMillis; // 0: never
    std::vector<Slice> slices;

    /** @throws Refused */
    static Scenario Read(const nlohmann::json& document);

    int Ues() const;

    /** PRBs of a resource block group (TS 36.213 table 7.1.6.1-1). */
    int GroupPrbs() const;

    /** Only whole groups can be used. */
    int UsablePrbs() const;
};

/** Quota of a slice in percent of the usable PRBs. */
struct Quota
{
    int dedicated;
    int min;
    int max;
};

/** @throws Refused unless it has one valid quota for each slice, and their minima fit the cell */
std::vector<Quota> ReadPlan(const nlohmann::json& plan, std::size_t slices);

} // namespace twinslice
