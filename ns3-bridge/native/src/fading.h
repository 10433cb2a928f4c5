// SPDX-License-Identifier: GPL-2.0-only
#pragma once

#include <ns3/mobility-model.h>
#include <ns3/spectrum-propagation-loss-model.h>

#include <map>
#include <string>
#include <vector>

namespace twinslice
{

/**
 * Frequency-selective fading of the delay profiles of TS 36.104 annex B.2, as a Clarke sum of sinusoids per tap. The
 * table lasts 20 s and repeats without a jump; each UE enters it at a point of its own.
 */
class Fading : public ns3::SpectrumPropagationLossModel
{
  public:
    static ns3::TypeId GetTypeId();

    /**
     * @param profile epa3, eva60 or etu3: the delay profile and the speed in km/h
     * @param prbs of the carrier, 180 kHz each
     * @param redrawMillis after so long each UE enters the table elsewhere; 0 never
     */
    void Prepare(const std::string& profile, int prbs, int redrawMillis, uint64_t seed);

    /** Only links of registered UEs fade. */
    void Register(ns3::Ptr<const ns3::MobilityModel> ue, uint64_t number);

  private:
    ns3::Ptr<ns3::SpectrumValue> DoCalcRxPowerSpectralDensity(
        ns3::Ptr<const ns3::SpectrumSignalParameters> params,
        ns3::Ptr<const ns3::MobilityModel> a,
        ns3::Ptr<const ns3::MobilityModel> b) const override;

    std::size_t Entry(uint64_t number, uint64_t draw) const;

    int m_prbs = 0;
    int m_redrawMillis = 0;
    uint64_t m_seed = 0;
    std::vector<float> m_gain; // [millisecond][PRB], linear
    std::map<const ns3::MobilityModel*, uint64_t> m_ues;
};

} // namespace twinslice
