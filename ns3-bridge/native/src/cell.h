// SPDX-License-Identifier: GPL-2.0-only
#pragma once

#include "scenario.h"
#include "slice-scheduler.h"
#include "traffic.h"

#include <ns3/constant-velocity-mobility-model.h>
#include <ns3/lte-helper.h>
#include <ns3/lte-ue-net-device.h>
#include <ns3/net-device-container.h>
#include <ns3/node-container.h>
#include <ns3/point-to-point-epc-helper.h>

#include <nlohmann/json.hpp>

#include <memory>
#include <vector>

namespace twinslice
{

/** One cell of ns-3 with its core network and its UEs. There can be one in a process, once. */
class Cell
{
  public:
    /**
     * Builds the cell and waits until all UEs are attached.
     *
     * @throws Refused if they do not
     */
    Cell(const Scenario& scenario, uint64_t seed);
    ~Cell();

    Cell(const Cell&) = delete;
    Cell& operator=(const Cell&) = delete;

    void Apply(const std::vector<Quota>& plan);

    /** Runs so many milliseconds and says what happened in them. */
    nlohmann::json Run(int64_t millis);

  private:
    struct Ue
    {
        int slice;
        ns3::Ptr<ns3::LteUeNetDevice> device;
        ns3::Ptr<ns3::ConstantVelocityMobilityModel> mobility;
        std::unique_ptr<Flow> flow;
        Draw walk;
    };

    void Build();
    void PlaceUes(const ns3::NodeContainer& nodes);
    void Attach();
    ns3::Ptr<ns3::Socket> Connect(ns3::Ptr<ns3::Node> host, const ns3::NodeContainer& nodes);
    void Turn(std::size_t ue);
    void CountDrop(int slice);
    nlohmann::json Report(std::size_t slice, const SliceCounts& counts);

    Scenario m_scenario;
    uint64_t m_seed;
    // The helpers own nodes of the core network.
    ns3::Ptr<ns3::LteHelper> m_lte;
    ns3::Ptr<ns3::PointToPointEpcHelper> m_epc;
    ns3::Ptr<SliceScheduler> m_scheduler;
    ns3::NetDeviceContainer m_devices;
    std::vector<Ue> m_ues;
    std::vector<FlowCounts> m_flows;
    std::vector<int64_t> m_drops;
    ns3::Time m_origin;
    uint64_t m_events = 0;
};

} // namespace twinslice
