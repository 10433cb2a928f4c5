// SPDX-License-Identifier: GPL-2.0-only
#include "cell.h"

#include "checked.h"
#include "fading.h"

#include <ns3/core-module.h>
#include <ns3/internet-module.h>
#include <ns3/lte-module.h>
#include <ns3/mobility-module.h>
#include <ns3/network-module.h>
#include <ns3/point-to-point-module.h>
#include <ns3/propagation-module.h>

#include <algorithm>
#include <cmath>

namespace twinslice
{

namespace
{

constexpr uint16_t PORT = 9;
constexpr int ATTACH_STEP_MILLIS = 10;
constexpr int ATTACH_MILLIS = 3000;
/** Windows end between two TTIs, where nothing of the MAC happens at the same instant. */
constexpr int64_t BOUNDARY_MICROS = 500;
constexpr int64_t START_MICROS = 250;
constexpr int64_t TURN_MICROS = 100;
constexpr int TURN_MILLIS = 1000;

/** Random access retries hold SRS indices: the next period that leaves three for each UE. */
uint32_t
SrsPeriod(int ues)
{
    for (uint32_t period : {40u, 80u, 160u, 320u})
    {
        if (period >= 3u * ues + 10)
        {
            return period;
        }
    }
    return 320;
}

void
SetDefaults(const Scenario& scenario)
{
    using namespace ns3;
    Config::SetDefault("ns3::LteEnbRrc::SrsPeriodicity", UintegerValue(SrsPeriod(scenario.Ues())));
    Config::SetDefault("ns3::LteEnbRrc::EpsBearerToRlcMapping", EnumValue(LteEnbRrc::RLC_UM_ALWAYS));
    Config::SetDefault("ns3::LteRlcUm::MaxTxBufferSize", UintegerValue(scenario.rlcBufferBytes));
    Config::SetDefault("ns3::LteEnbPhy::TxPower", DoubleValue(scenario.txPowerDbm));
    Config::SetDefault("ns3::LteUePhy::NoiseFigure", DoubleValue(scenario.noiseFigureDb));
    Config::SetDefault("ns3::DropTailQueue<Packet>::MaxSize", QueueSizeValue(QueueSize("1000000p")));
    Config::SetDefault("ns3::UdpSocket::RcvBufSize", UintegerValue(1 << 30));
}

} // namespace

Cell::Cell(const Scenario& scenario, uint64_t seed)
    : m_scenario(scenario),
      m_seed(seed),
      m_flows(scenario.slices.size()),
      m_drops(scenario.slices.size())
{
    ns3::RngSeedManager::SetSeed(1);
    ns3::RngSeedManager::SetRun(seed & 0x7FFFFFFFFFFFFFFFULL);
    SetDefaults(m_scenario);
    Build();
}

Cell::~Cell()
{
    m_ues.clear();
    ns3::Simulator::Destroy();
}

void
Cell::Build()
{
    using namespace ns3;
    m_lte = CreateObject<LteHelper>();
    m_epc = CreateObject<PointToPointEpcHelper>();
    m_lte->SetEpcHelper(m_epc);
    m_lte->SetSchedulerType("twinslice::SliceScheduler");
    m_lte->SetEnbDeviceAttribute("DlBandwidth", UintegerValue(m_scenario.prbs));
    m_lte->SetEnbDeviceAttribute("UlBandwidth", UintegerValue(m_scenario.prbs));
    // 128.1 + 37.6 log10(R / km), referred to 1 m: nearer than the reference this model knows no distance.
    m_lte->SetPathlossModelType(LogDistancePropagationLossModel::GetTypeId());
    m_lte->SetPathlossModelAttribute("Exponent", DoubleValue(3.76));
    m_lte->SetPathlossModelAttribute("ReferenceDistance", DoubleValue(1));
    m_lte->SetPathlossModelAttribute("ReferenceLoss", DoubleValue(128.1 - 3 * 37.6));

    NodeContainer host(1);
    NodeContainer enb(1);
    NodeContainer ues(m_scenario.Ues());
    InternetStackHelper internet;
    internet.Install(host);
    internet.Install(ues);
    MobilityHelper still;
    still.SetMobilityModel("ns3::ConstantPositionMobilityModel");
    still.Install(enb);
    enb.Get(0)->GetObject<MobilityModel>()->SetPosition(Vector(0, 0, 0));
    PlaceUes(ues);

    NetDeviceContainer enbDevices = m_lte->InstallEnbDevice(enb);
    m_devices = m_lte->InstallUeDevice(ues);
    auto device = DynamicCast<LteEnbNetDevice>(enbDevices.Get(0));
    auto carrier = DynamicCast<ComponentCarrierEnb>(device->GetCcMap().at(0));
    m_scheduler = DynamicCast<SliceScheduler>(carrier->GetFfMacScheduler());
    m_scheduler->Configure(static_cast<int>(m_scenario.slices.size()), m_scenario.olla);
    if (m_scenario.fading != "none")
    {
        auto fading = CreateObject<Fading>();
        fading->Prepare(m_scenario.fading, m_scenario.prbs, m_scenario.fadingRedrawMillis, m_seed);
        for (std::size_t i = 0; i < m_ues.size(); i++)
        {
            fading->Register(m_ues[i].mobility, i);
        }
        m_lte->GetDownlinkSpectrumChannel()->AddSpectrumPropagationLossModel(fading);
    }
    int64_t stream = 1;
    stream += m_lte->AssignStreams(enbDevices, stream);
    stream += m_lte->AssignStreams(m_devices, stream);
    internet.AssignStreams(NodeContainer::GetGlobal(), stream);

    m_epc->AssignUeIpv4Address(m_devices);
    for (std::size_t i = 0; i < m_ues.size(); i++)
    {
        m_ues[i].device = DynamicCast<LteUeNetDevice>(m_devices.Get(static_cast<uint32_t>(i)));
        m_lte->Attach(m_devices.Get(static_cast<uint32_t>(i)), enbDevices.Get(0));
    }
    auto sender = Connect(host.Get(0), ues);
    Attach();
    for (std::size_t i = 0; i < m_ues.size(); i++)
    {
        Ipv4Address address = ues.Get(static_cast<uint32_t>(i))->GetObject<Ipv4>()->GetAddress(1, 0).GetLocal();
        Simulator::Schedule(MicroSeconds(START_MICROS), [this, i, sender, address]() {
            m_ues[i].flow->Start(sender, InetSocketAddress(address, PORT), m_origin);
        });
        if (m_scenario.slices[m_ues[i].slice].speedMetresPerSecond > 0)
        {
            Simulator::Schedule(MicroSeconds(TURN_MICROS), &Cell::Turn, this, i);
        }
    }
}

void
Cell::PlaceUes(const ns3::NodeContainer& nodes)
{
    using namespace ns3;
    MobilityHelper moving;
    moving.SetMobilityModel("ns3::ConstantVelocityMobilityModel");
    moving.Install(nodes);
    for (std::size_t slice = 0; slice < m_scenario.slices.size(); slice++)
    {
        const Slice& its = m_scenario.slices[slice];
        for (int i = 0; i < its.ues; i++)
        {
            uint32_t number = static_cast<uint32_t>(m_ues.size());
            Draw draw(m_seed, 3000000 + number);
            double near = its.nearMetres * its.nearMetres;
            double far = its.farMetres * its.farMetres;
            double radius = std::sqrt(near + draw.Uniform() * (far - near));
            double angle = draw.Uniform(0, 2 * M_PI);
            auto mobility = nodes.Get(number)->GetObject<ConstantVelocityMobilityModel>();
            mobility->SetPosition(Vector(radius * std::cos(angle), radius * std::sin(angle), 0));
            mobility->SetVelocity(Vector(0, 0, 0));
            m_ues.push_back(Ue{static_cast<int>(slice),
                               nullptr,
                               mobility,
                               std::make_unique<Flow>(its, m_seed, static_cast<int>(number), m_flows[slice]),
                               Draw(m_seed, 4000000 + number)});
        }
    }
}

/** Runs until all UEs are connected, then gives each its slice. */
void
Cell::Attach()
{
    using namespace ns3;
    Simulator::Stop(MicroSeconds(BOUNDARY_MICROS));
    Simulator::Run();
    auto connected = [](const Ue& ue) { return ue.device->GetRrc()->GetState() == LteUeRrc::CONNECTED_NORMALLY; };
    int millis = 0;
    while (!std::all_of(m_ues.begin(), m_ues.end(), connected) || millis < 10 * ATTACH_STEP_MILLIS)
    {
        if (millis >= ATTACH_MILLIS)
        {
            auto lost = std::find_if_not(m_ues.begin(), m_ues.end(), connected);
            throw Refused("UE " + std::to_string(lost - m_ues.begin()) + " of slice " +
                          m_scenario.slices[lost->slice].name + " cannot attach: bring it nearer");
        }
        Simulator::Stop(MilliSeconds(ATTACH_STEP_MILLIS));
        Simulator::Run();
        millis += ATTACH_STEP_MILLIS;
    }
    m_origin = Simulator::Now();
    m_events = Simulator::GetEventCount();
    for (const Ue& ue : m_ues)
    {
        uint16_t rnti = ue.device->GetRrc()->GetRnti();
        m_scheduler->Assign(rnti, ue.slice);
        Config::ConnectWithoutContext("/NodeList/*/DeviceList/*/LteEnbRrc/UeMap/" + std::to_string(rnti) +
                                          "/DataRadioBearerMap/*/LteRlc/TxDrop",
                                      Callback<void, Ptr<const Packet>>(
                                          [this, slice = ue.slice](Ptr<const Packet>) { CountDrop(slice); }));
    }
    m_scheduler->Take();
}

void
Cell::CountDrop(int slice)
{
    m_drops[slice]++;
}

/** Wires the host to the core network and both ends of all flows; answers with the sending socket. */
ns3::Ptr<ns3::Socket>
Cell::Connect(ns3::Ptr<ns3::Node> host, const ns3::NodeContainer& nodes)
{
    using namespace ns3;
    PointToPointHelper wire;
    wire.SetDeviceAttribute("DataRate", DataRateValue(DataRate("100Gb/s")));
    wire.SetDeviceAttribute("Mtu", UintegerValue(9000));
    wire.SetChannelAttribute("Delay", TimeValue(Seconds(0)));
    Ipv4AddressHelper addresses;
    addresses.SetBase("1.0.0.0", "255.0.0.0");
    addresses.Assign(wire.Install(m_epc->GetPgwNode(), host));
    Ipv4StaticRoutingHelper routing;
    routing.GetStaticRouting(host->GetObject<Ipv4>())
        ->AddNetworkRouteTo(Ipv4Address("7.0.0.0"), Ipv4Mask("255.0.0.0"), 1);
    for (std::size_t i = 0; i < m_ues.size(); i++)
    {
        // Without a listener, ICMP would fill the uplink.
        auto node = nodes.Get(static_cast<uint32_t>(i));
        auto socket = Socket::CreateSocket(node, UdpSocketFactory::GetTypeId());
        socket->Bind(InetSocketAddress(Ipv4Address::GetAny(), PORT));
        m_ues[i].flow->Listen(socket);
    }
    auto sender = Socket::CreateSocket(host, UdpSocketFactory::GetTypeId());
    sender->Bind();
    return sender;
}

/** A new heading each second; who is about to leave the ring of its slice walks back into it. */
void
Cell::Turn(std::size_t index)
{
    using namespace ns3;
    Ue& ue = m_ues[index];
    const Slice& slice = m_scenario.slices[ue.slice];
    Vector at = ue.mobility->GetPosition();
    double radius = std::hypot(at.x, at.y);
    double step = slice.speedMetresPerSecond * TURN_MILLIS / 1000;
    double heading = ue.walk.Uniform(0, 2 * M_PI);
    double outward = std::atan2(at.y, at.x);
    double next = std::hypot(at.x + step * std::cos(heading), at.y + step * std::sin(heading));
    if (next > slice.farMetres)
    {
        heading = outward + M_PI;
    }
    else if (next < slice.nearMetres)
    {
        heading = outward;
    }
    if (slice.farMetres - slice.nearMetres < 2 * step && radius > 0)
    {
        heading = outward + M_PI / 2; // too narrow a ring to walk across
    }
    ue.mobility->SetVelocity(Vector(slice.speedMetresPerSecond * std::cos(heading),
                                    slice.speedMetresPerSecond * std::sin(heading),
                                    0));
    Simulator::Schedule(MilliSeconds(TURN_MILLIS), &Cell::Turn, this, index);
}

void
Cell::Apply(const std::vector<Quota>& plan)
{
    m_scheduler->Apply(plan);
}

nlohmann::json
Cell::Run(int64_t millis)
{
    ns3::Simulator::Stop(ns3::MilliSeconds(millis));
    ns3::Simulator::Run();
    std::vector<SliceCounts> counts = m_scheduler->Take();
    nlohmann::json slices = nlohmann::json::array();
    for (std::size_t i = 0; i < counts.size(); i++)
    {
        slices.push_back(Report(i, counts[i]));
    }
    uint64_t events = ns3::Simulator::GetEventCount();
    nlohmann::json report{{"simMillis", (ns3::Simulator::Now() - m_origin).GetMilliSeconds()},
                          {"windowMillis", millis},
                          {"events", events - m_events},
                          {"slices", slices}};
    m_events = events;
    return report;
}

nlohmann::json
Cell::Report(std::size_t slice, const SliceCounts& counts)
{
    FlowCounts& flow = m_flows[slice];
    double ageSum = 0;
    double agePeak = 0;
    double overLimit = 0;
    double cqiSum = 0;
    double cqiLow = 15;
    int ues = m_scenario.slices[slice].ues;
    for (Ue& ue : m_ues)
    {
        if (ue.slice != static_cast<int>(slice))
        {
            continue;
        }
        Flow::Age age = ue.flow->TakeAge();
        ageSum += age.meanMillis;
        agePeak = std::max(agePeak, age.peakMillis);
        overLimit += age.overLimit;
        double cqi = m_scheduler->TakeCqi(ue.device->GetRrc()->GetRnti());
        cqiSum += cqi;
        cqiLow = std::min(cqiLow, cqi);
    }
    flow.delayHistogram.resize(DelayEdgesMillis().size() + 1);
    nlohmann::json report{
        {"offeredBytes", flow.offeredBytes},
        {"deliveredBytes", flow.deliveredBytes},
        {"queueBytes", m_scheduler->QueueBytes(static_cast<int>(slice))},
        {"datagramsSent", flow.datagramsSent},
        {"datagramsReceived", flow.datagramsReceived},
        {"datagramsDropped", m_drops[slice]},
        {"packets", flow.messages},
        {"packetsDelivered", flow.messagesDelivered},
        {"packetsLate", flow.messagesLate},
        {"delaySumMicros", flow.delayNanosSum / 1000},
        {"delayMaxMicros", flow.delayNanosMax / 1000},
        {"delayHistogram", flow.delayHistogram},
        {"headOfLineMicros", m_scheduler->HeadOfLine(static_cast<int>(slice)).GetMicroSeconds()},
        {"aoiMeanMillis", ageSum / ues},
        {"aoiPeakMillis", agePeak},
        {"aoiOverLimit", overLimit / ues},
        {"cqiMean", cqiSum / ues},
        {"cqiLow", cqiLow},
        {"cqiHistogram", counts.cqi},
        {"ues", ues},
        {"ttis", counts.ttis},
        {"prbNew", counts.prbNew},
        {"prbRetransmitted", counts.prbRetransmitted},
        {"prbIdleReserved", counts.prbIdleReserved},
        {"blocks", counts.blocks},
        {"blocksRetransmitted", counts.blocksRetransmitted},
        {"blocksGivenUp", counts.blocksGivenUp},
        {"blockBytes", counts.blockBytes},
        {"firstAcks", counts.firstAcks},
        {"firstNacks", counts.firstNacks},
        {"mcsSum", counts.mcsSum},
        {"queueByteTtis", counts.queueByteTtis},
        {"queueBytesMax", counts.queueBytesMax},
        {"backloggedTtis", counts.backloggedTtis},
    };
    flow = FlowCounts{};
    m_drops[slice] = 0;
    return report;
}

} // namespace twinslice
