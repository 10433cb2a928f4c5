// SPDX-License-Identifier: GPL-2.0-only
#include "fading.h"

#include "draw.h"

#include <ns3/simulator.h>
#include <ns3/spectrum-signal-parameters.h>

#include <cmath>
#include <complex>

namespace twinslice
{

NS_OBJECT_ENSURE_REGISTERED(Fading);

namespace
{

constexpr int TABLE_MILLIS = 20000;
constexpr int SCATTERERS = 64;
constexpr double CARRIER_HZ = 2.12e9;
constexpr double LIGHT = 299792458.0;
constexpr double PRB_HZ = 180e3;

struct Tap
{
    double nanos;
    double db;
};

const std::vector<Tap> EPA{{0, 0}, {30, -1}, {70, -2}, {90, -3}, {110, -8}, {190, -17.2}, {410, -20.8}};
const std::vector<Tap> EVA{{0, 0},
                           {30, -1.5},
                           {150, -1.4},
                           {310, -3.6},
                           {370, -0.6},
                           {710, -9.1},
                           {1090, -7},
                           {1730, -12},
                           {2510, -16.9}};
const std::vector<Tap> ETU{{0, -1}, {50, -1}, {120, -1}, {200, 0}, {230, 0}, {500, 0}, {1600, -3}, {2300, -5}, {5000, -7}};

} // namespace

ns3::TypeId
Fading::GetTypeId()
{
    static ns3::TypeId tid = ns3::TypeId("twinslice::Fading")
                                 .SetParent<ns3::SpectrumPropagationLossModel>()
                                 .SetGroupName("Spectrum")
                                 .AddConstructor<Fading>();
    return tid;
}

void
Fading::Prepare(const std::string& profile, int prbs, int redrawMillis, uint64_t seed)
{
    const std::vector<Tap>& taps = profile == "epa3" ? EPA : profile == "eva60" ? EVA : ETU;
    double doppler = (profile == "eva60" ? 60 : 3) / 3.6 / LIGHT * CARRIER_HZ;
    m_prbs = prbs;
    m_redrawMillis = redrawMillis;
    m_seed = seed;
    double power = 0;
    for (const Tap& tap : taps)
    {
        power += std::pow(10, tap.db / 10);
    }
    // The table is the same for every seed: where the UEs enter it is what differs.
    Draw draw(20, 0);
    std::vector<std::complex<float>> response(static_cast<std::size_t>(TABLE_MILLIS) * prbs);
    std::vector<std::complex<double>> path(TABLE_MILLIS);
    for (const Tap& tap : taps)
    {
        std::fill(path.begin(), path.end(), 0);
        double amplitude = std::sqrt(std::pow(10, tap.db / 10) / power / SCATTERERS);
        for (int i = 0; i < SCATTERERS; i++)
        {
            double angle = 2 * M_PI * (i + draw.Uniform()) / SCATTERERS;
            // A whole number of turns in the table, so that its end meets its beginning.
            double turns = std::round(doppler * std::cos(angle) * TABLE_MILLIS / 1000);
            std::complex<double> phasor = std::polar(amplitude, 2 * M_PI * draw.Uniform());
            std::complex<double> turn = std::polar(1.0, 2 * M_PI * turns / TABLE_MILLIS);
            for (auto& sample : path)
            {
                sample += phasor;
                phasor *= turn;
            }
        }
        for (int prb = 0; prb < prbs; prb++)
        {
            std::complex<float> shift(std::polar(1.0, -2 * M_PI * prb * PRB_HZ * tap.nanos * 1e-9));
            for (int t = 0; t < TABLE_MILLIS; t++)
            {
                response[static_cast<std::size_t>(t) * prbs + prb] += std::complex<float>(path[t]) * shift;
            }
        }
    }
    m_gain.resize(response.size());
    for (std::size_t i = 0; i < response.size(); i++)
    {
        m_gain[i] = std::norm(response[i]);
    }
}

void
Fading::Register(ns3::Ptr<const ns3::MobilityModel> ue, uint64_t number)
{
    m_ues[ns3::PeekPointer(ue)] = number;
}

std::size_t
Fading::Entry(uint64_t number, uint64_t draw) const
{
    return static_cast<std::size_t>(Draw(m_seed ^ (draw << 20), 1000 + number).Uniform() * TABLE_MILLIS);
}

ns3::Ptr<ns3::SpectrumValue>
Fading::DoCalcRxPowerSpectralDensity(ns3::Ptr<const ns3::SpectrumSignalParameters> params,
                                     ns3::Ptr<const ns3::MobilityModel> a,
                                     ns3::Ptr<const ns3::MobilityModel> b) const
{
    ns3::Ptr<ns3::SpectrumValue> received = ns3::Copy(params->psd);
    auto ue = m_ues.find(ns3::PeekPointer(a));
    if (ue == m_ues.end())
    {
        ue = m_ues.find(ns3::PeekPointer(b));
    }
    if (ue == m_ues.end())
    {
        return received;
    }
    uint64_t now = static_cast<uint64_t>(ns3::Simulator::Now().GetMilliSeconds());
    uint64_t draw = m_redrawMillis == 0 ? 0 : now / m_redrawMillis;
    std::size_t sample = (Entry(ue->second, draw) + now) % TABLE_MILLIS;
    const float* gain = &m_gain[sample * m_prbs];
    int prb = 0;
    for (auto band = received->ValuesBegin(); band != received->ValuesEnd() && prb < m_prbs; ++band, ++prb)
    {
        *band *= gain[prb];
    }
    return received;
}

} // namespace twinslice
