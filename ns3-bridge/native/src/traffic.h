// SPDX-License-Identifier: GPL-2.0-only
#pragma once

#include "draw.h"
#include "scenario.h"

#include <ns3/header.h>
#include <ns3/inet-socket-address.h>
#include <ns3/nstime.h>
#include <ns3/socket.h>

#include <deque>
#include <memory>
#include <vector>

namespace twinslice
{

/** What a datagram says of the message that it is a part of. */
class PartHeader : public ns3::Header
{
  public:
    static constexpr uint32_t BYTES = 8;

    static ns3::TypeId GetTypeId();
    ns3::TypeId GetInstanceTypeId() const override;
    uint32_t GetSerializedSize() const override;
    void Serialize(ns3::Buffer::Iterator start) const override;
    uint32_t Deserialize(ns3::Buffer::Iterator start) override;
    void Print(std::ostream& out) const override;

    /** Number of the datagram among those of its UE. */
    uint64_t number = 0;
};

/** What the UEs of one slice were sent and received since it was last asked. */
struct FlowCounts
{
    int64_t offeredBytes = 0;
    int64_t deliveredBytes = 0;
    int64_t datagramsSent = 0;
    int64_t datagramsReceived = 0;
    int64_t messages = 0; // delivered or given up
    int64_t messagesDelivered = 0;
    int64_t messagesLate = 0; // late or given up
    int64_t delayNanosSum = 0;
    int64_t delayNanosMax = 0;
    std::vector<int64_t> delayHistogram;
};

/** Upper edges of the bins of delay histograms; one more bin holds what is longer. */
const std::vector<double>& DelayEdgesMillis();

/**
 * One UE's messages from the remote host to the UE. A message is what a deadline applies to; it travels as datagrams
 * and is delivered when all of them are, lost when a later one comes before it is whole.
 */
class Flow
{
  public:
    /** IP and UDP headers and that of PDCP, counted with every datagram. */
    static constexpr uint32_t OVERHEAD_BYTES = 30;

    Flow(const Slice& slice, uint64_t seed, int ue, FlowCounts& counts);

    /** Sends from now on. Times of loads count from the origin. */
    void Start(ns3::Ptr<ns3::Socket> host, const ns3::InetSocketAddress& ue, ns3::Time origin);

    /** The receiving end. */
    void Listen(ns3::Ptr<ns3::Socket> socket);

    /** Age of information since the last call: mean, peak and the share above the slice's limit. */
    struct Age
    {
        double meanMillis;
        double peakMillis;
        double overLimit;
    };

    Age TakeAge();

  private:
    struct Generator
    {
        Source source;
        Draw draw;
        ns3::Time next; // when the next cycle begins
    };

    struct Message
    {
        uint64_t first;
        uint64_t last;
        uint64_t received;
        ns3::Time created;
    };

    void Plan(std::size_t generator, bool first);
    void Fire(std::size_t generator, uint32_t bytes);
    uint32_t MessageBytes(Generator& generator) const;
    double LoadFactor() const;
    void Receive(ns3::Ptr<ns3::Socket> socket);
    void GiveUpBefore(uint64_t number);
    void GrowOld();

    const Slice& m_slice;
    FlowCounts& m_counts;
    std::vector<Generator> m_generators;
    Draw m_phase;
    ns3::Ptr<ns3::Socket> m_host;
    ns3::Ptr<ns3::Socket> m_listening;
    ns3::Address m_destination;
    ns3::Time m_origin;
    uint64_t m_sent = 0;
    std::deque<Message> m_messages;

    ns3::Time m_freshest;
    ns3::Time m_agedUntil;
    ns3::Time m_agedFrom;
    double m_ageMillisSquared = 0;
    double m_agePeakMillis = 0;
    double m_overLimitMillis = 0;
};

} // namespace twinslice
