// SPDX-License-Identifier: GPL-2.0-only
#pragma once

#include <cmath>
#include <cstdint>

namespace twinslice
{

/** Random numbers that depend on nothing but their seed (SplitMix64). */
class Draw
{
  public:
    /** A stream of its own for each pair of numbers. */
    Draw(uint64_t seed, uint64_t stream)
        : m_state(mixed(mixed(seed) ^ (stream * 0x9E3779B97F4A7C15ULL)))
    {
    }

    /** 0 included, 1 excluded. */
    double Uniform()
    {
        return static_cast<double>(Next() >> 11) * 0x1p-53;
    }

    double Uniform(double low, double high)
    {
        return low + (high - low) * Uniform();
    }

    double Exponential(double mean)
    {
        return -mean * std::log1p(-Uniform());
    }

    /** Standard normal. */
    double Normal()
    {
        double radius = std::sqrt(-2 * std::log1p(-Uniform()));
        return radius * std::cos(2 * M_PI * Uniform());
    }

  private:
    uint64_t Next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        return mixed(m_state);
    }

    static uint64_t mixed(uint64_t z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }

    uint64_t m_state;
};

} // namespace twinslice
