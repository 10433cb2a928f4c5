// SPDX-License-Identifier: GPL-2.0-only
#include "traffic.h"

#include <ns3/packet.h>
#include <ns3/simulator.h>

#include <algorithm>

namespace twinslice
{

namespace
{

constexpr uint32_t DATAGRAM_BYTES = 1400;
constexpr uint32_t LEAST_BYTES = 24;
constexpr double VIDEO_JITTER_MILLIS = 2;

ns3::Time
Millis(double millis)
{
    return ns3::NanoSeconds(static_cast<int64_t>(std::llround(millis * 1e6)));
}

double
InMillis(ns3::Time time)
{
    return static_cast<double>(time.GetNanoSeconds()) / 1e6;
}

} // namespace

ns3::TypeId
PartHeader::GetTypeId()
{
    static ns3::TypeId tid = ns3::TypeId("twinslice::PartHeader").SetParent<ns3::Header>().AddConstructor<PartHeader>();
    return tid;
}

ns3::TypeId
PartHeader::GetInstanceTypeId() const
{
    return GetTypeId();
}

uint32_t
PartHeader::GetSerializedSize() const
{
    return BYTES;
}

void
PartHeader::Serialize(ns3::Buffer::Iterator start) const
{
    start.WriteHtonU64(number);
}

uint32_t
PartHeader::Deserialize(ns3::Buffer::Iterator start)
{
    number = start.ReadNtohU64();
    return BYTES;
}

void
PartHeader::Print(std::ostream& out) const
{
    out << number;
}

const std::vector<double>&
DelayEdgesMillis()
{
    static const std::vector<double> edges{1,  2,  3,  4,  5,  7,   10,  12,  15,  20,  30,
                                           40, 50, 70, 100, 150, 200, 250, 300, 400, 500, 700, 1000};
    return edges;
}

Flow::Flow(const Slice& slice, uint64_t seed, int ue, FlowCounts& counts)
    : m_slice(slice),
      m_counts(counts),
      m_phase(seed, 1000000 + ue)
{
    for (std::size_t i = 0; i < slice.sources.size(); i++)
    {
        m_generators.push_back(Generator{slice.sources[i], Draw(seed, 2000000 + 16 * ue + i), ns3::Time()});
    }
}

void
Flow::Start(ns3::Ptr<ns3::Socket> host, const ns3::InetSocketAddress& ue, ns3::Time origin)
{
    m_host = host;
    m_destination = ue;
    m_origin = origin;
    m_freshest = m_agedUntil = m_agedFrom = ns3::Simulator::Now();
    for (std::size_t i = 0; i < m_generators.size(); i++)
    {
        Plan(i, true);
    }
}

void
Flow::Listen(ns3::Ptr<ns3::Socket> socket)
{
    m_listening = socket;
    socket->SetRecvCallback(ns3::MakeCallback(&Flow::Receive, this));
}

double
Flow::LoadFactor() const
{
    double now = InMillis(ns3::Simulator::Now() - m_origin);
    double factor = 1;
    for (const Load& load : m_slice.loads)
    {
        factor *= now >= load.fromMillis && now < load.toMillis ? load.factor : 1;
    }
    return factor;
}

uint32_t
Flow::MessageBytes(Generator& generator) const
{
    const Source& source = generator.source;
    double bytes = source.bytes;
    if (source.kind == Source::Kind::Video)
    {
        bytes *= std::clamp(1 + source.relativeStd * generator.draw.Normal(), 0.5, 1.5) * LoadFactor();
    }
    else if (source.kind == Source::Kind::Bursts)
    {
        bytes *= std::clamp(1 + source.relativeStd * generator.draw.Normal(), 0.2, 3.0);
    }
    else if (source.kind == Source::Kind::Periodic)
    {
        bytes *= LoadFactor();
    }
    return static_cast<uint32_t>(std::clamp(std::round(bytes), static_cast<double>(LEAST_BYTES), 4e6));
}

/** Schedules the next message of a generator. */
void
Flow::Plan(std::size_t index, bool first)
{
    Generator& generator = m_generators[index];
    const Source& source = generator.source;
    ns3::Time now = ns3::Simulator::Now();
    ns3::Time at;
    if (source.kind == Source::Kind::Periodic || source.kind == Source::Kind::Video)
    {
        double period = source.kind == Source::Kind::Video ? 1000 / source.perSecond : source.periodMillis;
        double phase = source.inPhase ? 0 : m_phase.Uniform() * (first ? 1 : 0);
        generator.next = first ? now + Millis(period * phase) : generator.next + Millis(period);
        double jitter = source.kind == Source::Kind::Video
                            ? 2 * VIDEO_JITTER_MILLIS +
                                  VIDEO_JITTER_MILLIS * std::clamp(generator.draw.Normal(), -2.0, 2.0)
                            : generator.draw.Uniform(0, source.jitterMillis);
        at = std::max(now, generator.next + Millis(jitter));
    }
    else
    {
        at = now + Millis(generator.draw.Exponential(1000 / (source.perSecond * LoadFactor())));
    }
    uint32_t bytes = MessageBytes(generator);
    ns3::Simulator::Schedule(at - now, &Flow::Fire, this, index, bytes);
}

void
Flow::Fire(std::size_t generator, uint32_t bytes)
{
    uint64_t parts = (bytes + DATAGRAM_BYTES - 1) / DATAGRAM_BYTES;
    m_messages.push_back(Message{m_sent, m_sent + parts - 1, 0, ns3::Simulator::Now()});
    for (uint64_t part = 0; part < parts; part++)
    {
        // Equal parts, none too short for its header.
        uint32_t payload = static_cast<uint32_t>(bytes * (part + 1) / parts - bytes * part / parts);
        ns3::Ptr<ns3::Packet> packet = ns3::Create<ns3::Packet>(payload - PartHeader::BYTES);
        PartHeader header;
        header.number = m_sent++;
        packet->AddHeader(header);
        m_host->SendTo(packet, 0, m_destination);
        m_counts.offeredBytes += payload + OVERHEAD_BYTES;
        m_counts.datagramsSent++;
    }
    Plan(generator, false);
}

void
Flow::Receive(ns3::Ptr<ns3::Socket> socket)
{
    while (ns3::Ptr<ns3::Packet> packet = socket->Recv())
    {
        m_counts.datagramsReceived++;
        m_counts.deliveredBytes += packet->GetSize() + OVERHEAD_BYTES;
        PartHeader header;
        packet->RemoveHeader(header);
        GiveUpBefore(header.number);
        if (m_messages.empty() || header.number < m_messages.front().first)
        {
            continue;
        }
        Message& message = m_messages.front();
        message.received++;
        if (header.number < message.last)
        {
            continue;
        }
        m_counts.messages++;
        if (message.received == message.last - message.first + 1)
        {
            ns3::Time delay = ns3::Simulator::Now() - message.created;
            double millis = InMillis(delay);
            m_counts.messagesDelivered++;
            m_counts.messagesLate += millis > m_slice.deadlineMillis ? 1 : 0;
            m_counts.delayNanosSum += delay.GetNanoSeconds();
            m_counts.delayNanosMax = std::max(m_counts.delayNanosMax, delay.GetNanoSeconds());
            const auto& edges = DelayEdgesMillis();
            m_counts.delayHistogram.resize(edges.size() + 1);
            m_counts.delayHistogram[std::upper_bound(edges.begin(), edges.end(), millis) - edges.begin()]++;
            GrowOld();
            m_freshest = std::max(m_freshest, message.created);
        }
        else
        {
            m_counts.messagesLate++;
        }
        m_messages.pop_front();
    }
}

/** The RLC keeps the order: what should have come before this datagram never will. */
void
Flow::GiveUpBefore(uint64_t number)
{
    while (!m_messages.empty() && m_messages.front().last < number)
    {
        m_counts.messages++;
        m_counts.messagesLate++;
        m_messages.pop_front();
    }
}

void
Flow::GrowOld()
{
    ns3::Time now = ns3::Simulator::Now();
    double from = InMillis(m_agedUntil - m_freshest);
    double to = InMillis(now - m_freshest);
    m_ageMillisSquared += (to * to - from * from) / 2;
    m_agePeakMillis = std::max(m_agePeakMillis, to);
    if (m_slice.aoiLimitMillis > 0)
    {
        m_overLimitMillis += std::max(0.0, to - std::max(from, static_cast<double>(m_slice.aoiLimitMillis)));
    }
    m_agedUntil = now;
}

Flow::Age
Flow::TakeAge()
{
    GrowOld();
    double length = InMillis(m_agedUntil - m_agedFrom);
    Age age{length > 0 ? m_ageMillisSquared / length : 0,
            m_agePeakMillis,
            length > 0 ? std::min(1.0, m_overLimitMillis / length) : 0};
    m_agedFrom = m_agedUntil;
    m_ageMillisSquared = 0;
    m_agePeakMillis = 0;
    m_overLimitMillis = 0;
    return age;
}

} // namespace twinslice
