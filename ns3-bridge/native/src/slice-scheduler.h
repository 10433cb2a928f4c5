// SPDX-License-Identifier: GPL-2.0-only
#pragma once

#include "scenario.h"

#include <ns3/ff-mac-csched-sap.h>
#include <ns3/ff-mac-sched-sap.h>
#include <ns3/ff-mac-scheduler.h>
#include <ns3/lte-amc.h>
#include <ns3/lte-ffr-sap.h>
#include <ns3/nstime.h>

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <vector>

namespace twinslice
{

/** What the scheduler counted for one slice since it was last asked. */
struct SliceCounts
{
    int64_t ttis = 0;
    int64_t prbNew = 0;
    int64_t prbRetransmitted = 0;
    int64_t prbIdleReserved = 0;
    int64_t blocks = 0;
    int64_t blocksRetransmitted = 0;
    int64_t blockBytes = 0;
    int64_t blocksGivenUp = 0;
    int64_t firstAcks = 0;
    int64_t firstNacks = 0;
    int64_t mcsSum = 0;
    int64_t queueByteTtis = 0;
    int64_t queueBytesMax = 0;
    int64_t backloggedTtis = 0;
    std::array<int64_t, 16> cqi{};
};

/**
 * A MAC scheduler that enforces RRMPolicyRatio (TS 28.541 clause 4.3.36) on the downlink, around a stock one.
 *
 * The stock scheduler keeps the configuration of cell and UEs, random access and the whole uplink; it never sees the
 * downlink's queues. Downlink PRBs are handed out here each TTI: retransmissions, then what is dedicated, then what is
 * guaranteed, then the rest by proportional fairness, and nothing beyond a slice's maximum. Shares are kept as
 * credits in hundredths of a PRB, and what is less than a resource block group is carried to the next TTI.
 */
class SliceScheduler : public ns3::FfMacScheduler
{
  public:
    static ns3::TypeId GetTypeId();

    SliceScheduler();
    ~SliceScheduler() override;
    void DoDispose() override;

    void SetFfMacCschedSapUser(ns3::FfMacCschedSapUser* user) override;
    void SetFfMacSchedSapUser(ns3::FfMacSchedSapUser* user) override;
    ns3::FfMacCschedSapProvider* GetFfMacCschedSapProvider() override;
    ns3::FfMacSchedSapProvider* GetFfMacSchedSapProvider() override;
    void SetLteFfrSapProvider(ns3::LteFfrSapProvider* provider) override;
    ns3::LteFfrSapUser* GetLteFfrSapUser() override;

    /** @param olla whether the MCS follows the HARQ feedback (outer loop, 10 % of first transmissions lost) */
    void Configure(int slices, bool olla);

    /** UEs without a slice are sent nothing. */
    void Assign(uint16_t rnti, int slice);

    /** Holds from the next TTI on. */
    void Apply(const std::vector<Quota>& plan);

    /** What was counted since the last call, for each slice. */
    std::vector<SliceCounts> Take();

    int64_t QueueBytes(int slice) const;

    /** Age of the oldest waiting data of the slice. */
    ns3::Time HeadOfLine(int slice) const;

    /** Mean wideband CQI of a UE since the last call, or the last one if none came. */
    double TakeCqi(uint16_t rnti);

  private:
    static constexpr int MAX_MCS = 28;

    class CschedProvider;
    class SchedProvider;
    class InnerUser;

    enum class HarqState
    {
        Free,
        Sent,
        Lost
    };

    struct Harq
    {
        HarqState state = HarqState::Free;
        ns3::DlDciListElement_s dci;
        ns3::RlcPduListElement_s pdu;
        int groups = 0;
        int transmissions = 0;
        int ttis = 0;
    };

    struct Ue
    {
        uint16_t rnti = 0;
        int slice = -1;
        uint8_t channel = 3;
        uint32_t queueBytes = 0;
        ns3::Time waitingSince;
        std::vector<uint8_t> groupCqi;
        int wideCqi = 0;
        int64_t cqiSum = 0;
        int64_t cqiReports = 0;
        double meanBytes = 1;
        double mcsOffset = 0;
        std::array<Harq, 8> harq;
    };

    struct Credits
    {
        int64_t cap = 0;
        int64_t guaranteed = 0;
        int64_t dedicated = 0;
        int64_t awaited = 0; // what a retransmission that waits for the cap needs
        int held = 0;        // groups reserved for this TTI
    };

    /** What a UE has been given in this TTI. */
    struct Grant
    {
        Ue* ue;
        int process;
        uint32_t groups = 0;
        int count = 0;
        int mcs = MAX_MCS;
        uint32_t bytes = 0;
    };

    struct Choice
    {
        int grant = -1;
        uint32_t groups = 0;
        int count = 0;
        int mcs = 0;
        uint32_t bytes = 0;
        double metric = 0;
    };

    void CellConfigured(const ns3::FfMacCschedSapProvider::CschedCellConfigReqParameters& params);
    void Forget(uint16_t rnti);
    void Queue(const ns3::FfMacSchedSapProvider::SchedDlRlcBufferReqParameters& params);
    void Cqi(const ns3::FfMacSchedSapProvider::SchedDlCqiInfoReqParameters& params);
    void Trigger(const ns3::FfMacSchedSapProvider::SchedDlTriggerReqParameters& params);

    void Hear(const std::vector<ns3::DlInfoListElement_s>& feedback);
    void Expire();
    void Earn();
    void Retransmit(std::vector<ns3::BuildDataListElement_s>& built);
    uint32_t Place(const Ue& ue, const Harq& harq) const;
    void Gather();
    void SendNew(std::vector<ns3::BuildDataListElement_s>& built);
    void ServeDedicated();
    void ServeGuaranteed();
    void ServeShared();
    Choice Best(int slice, int most) const;
    Choice Extension(std::size_t grant, int most) const;
    int Allowance(int slice) const;
    void Take(const Choice& choice);
    void Build(Grant& grant, std::vector<ns3::BuildDataListElement_s>& built);
    void Count();
    int Mcs(const Ue& ue, int group) const;
    int FreeGroups() const;
    int64_t GroupCredit() const;

    ns3::Ptr<ns3::FfMacScheduler> m_inner;
    std::unique_ptr<CschedProvider> m_csched;
    std::unique_ptr<SchedProvider> m_sched;
    std::unique_ptr<InnerUser> m_innerUser;
    ns3::FfMacSchedSapUser* m_user = nullptr;
    ns3::LteFfrSapProvider* m_ffr = nullptr;
    ns3::Ptr<ns3::LteAmc> m_amc;

    bool m_olla = false;
    int m_groupPrbs = 1;
    int m_groups = 0;
    std::vector<std::vector<uint32_t>> m_blockBytes; // [MCS][PRBs]
    std::map<uint16_t, Ue> m_ues;
    std::deque<std::pair<uint16_t, int>> m_lost; // RNTI and HARQ process, oldest first
    std::vector<Quota> m_plan;
    std::vector<Credits> m_credits;
    std::vector<SliceCounts> m_counts;

    // State of one TTI.
    uint32_t m_taken = 0;
    std::vector<uint16_t> m_served;
    std::vector<Grant> m_grants;
};

} // namespace twinslice
