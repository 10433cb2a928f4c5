// SPDX-License-Identifier: GPL-2.0-only
#include "slice-scheduler.h"

#include <ns3/pf-ff-mac-scheduler.h>
#include <ns3/simulator.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace twinslice
{

NS_OBJECT_ENSURE_REGISTERED(SliceScheduler);

namespace
{

constexpr int MAX_TRANSMISSIONS = 4;
constexpr int FEEDBACK_TTIS = 11;
/** A block that was sent under a larger quota may never fit the new one. */
constexpr int RETRANSMISSION_TTIS = 50;
constexpr uint8_t FIRST_DATA_CHANNEL = 3;
constexpr double FAIRNESS_TTIS = 99;
constexpr double OLLA_TARGET = 0.1;
constexpr double OLLA_STEP = 0.5;

} // namespace

/** Hands the configuration on and looks at it on the way. */
class SliceScheduler::CschedProvider : public ns3::FfMacCschedSapProvider
{
  public:
    explicit CschedProvider(SliceScheduler* owner)
        : m_owner(owner)
    {
    }

    void CschedCellConfigReq(const CschedCellConfigReqParameters& params) override
    {
        m_owner->CellConfigured(params);
        Inner()->CschedCellConfigReq(params);
    }

    void CschedUeConfigReq(const CschedUeConfigReqParameters& params) override
    {
        m_owner->m_ues[params.m_rnti].rnti = params.m_rnti;
        Inner()->CschedUeConfigReq(params);
    }

    void CschedLcConfigReq(const CschedLcConfigReqParameters& params) override
    {
        Inner()->CschedLcConfigReq(params);
    }

    void CschedLcReleaseReq(const CschedLcReleaseReqParameters& params) override
    {
        Inner()->CschedLcReleaseReq(params);
    }

    void CschedUeReleaseReq(const CschedUeReleaseReqParameters& params) override
    {
        m_owner->Forget(params.m_rnti);
        Inner()->CschedUeReleaseReq(params);
    }

  private:
    ns3::FfMacCschedSapProvider* Inner()
    {
        return m_owner->m_inner->GetFfMacCschedSapProvider();
    }

    SliceScheduler* m_owner;
};

/** Keeps the downlink's data here and hands the rest on. */
class SliceScheduler::SchedProvider : public ns3::FfMacSchedSapProvider
{
  public:
    explicit SchedProvider(SliceScheduler* owner)
        : m_owner(owner)
    {
    }

    void SchedDlRlcBufferReq(const SchedDlRlcBufferReqParameters& params) override
    {
        m_owner->Queue(params);
    }

    void SchedDlPagingBufferReq(const SchedDlPagingBufferReqParameters& params) override
    {
        Inner()->SchedDlPagingBufferReq(params);
    }

    void SchedDlMacBufferReq(const SchedDlMacBufferReqParameters& params) override
    {
        Inner()->SchedDlMacBufferReq(params);
    }

    void SchedDlTriggerReq(const SchedDlTriggerReqParameters& params) override
    {
        m_owner->Trigger(params);
    }

    void SchedDlRachInfoReq(const SchedDlRachInfoReqParameters& params) override
    {
        Inner()->SchedDlRachInfoReq(params);
    }

    void SchedDlCqiInfoReq(const SchedDlCqiInfoReqParameters& params) override
    {
        m_owner->Cqi(params);
    }

    void SchedUlTriggerReq(const SchedUlTriggerReqParameters& params) override
    {
        Inner()->SchedUlTriggerReq(params);
    }

    void SchedUlNoiseInterferenceReq(const SchedUlNoiseInterferenceReqParameters& params) override
    {
        Inner()->SchedUlNoiseInterferenceReq(params);
    }

    void SchedUlSrInfoReq(const SchedUlSrInfoReqParameters& params) override
    {
        Inner()->SchedUlSrInfoReq(params);
    }

    void SchedUlMacCtrlInfoReq(const SchedUlMacCtrlInfoReqParameters& params) override
    {
        Inner()->SchedUlMacCtrlInfoReq(params);
    }

    void SchedUlCqiInfoReq(const SchedUlCqiInfoReqParameters& params) override
    {
        Inner()->SchedUlCqiInfoReq(params);
    }

  private:
    ns3::FfMacSchedSapProvider* Inner()
    {
        return m_owner->m_inner->GetFfMacSchedSapProvider();
    }

    SliceScheduler* m_owner;
};

/** Catches the downlink decisions of the stock scheduler, which are random access responses only. */
class SliceScheduler::InnerUser : public ns3::FfMacSchedSapUser
{
  public:
    explicit InnerUser(SliceScheduler* owner)
        : m_owner(owner)
    {
    }

    void SchedDlConfigInd(const SchedDlConfigIndParameters& params) override
    {
        responses = params.m_buildRarList;
    }

    void SchedUlConfigInd(const SchedUlConfigIndParameters& params) override
    {
        m_owner->m_user->SchedUlConfigInd(params);
    }

    std::vector<ns3::BuildRarListElement_s> responses;

  private:
    SliceScheduler* m_owner;
};

ns3::TypeId
SliceScheduler::GetTypeId()
{
    static ns3::TypeId tid = ns3::TypeId("twinslice::SliceScheduler")
                                 .SetParent<ns3::FfMacScheduler>()
                                 .SetGroupName("Lte")
                                 .AddConstructor<SliceScheduler>();
    return tid;
}

SliceScheduler::SliceScheduler()
    : m_inner(ns3::CreateObject<ns3::PfFfMacScheduler>()),
      m_csched(std::make_unique<CschedProvider>(this)),
      m_sched(std::make_unique<SchedProvider>(this)),
      m_innerUser(std::make_unique<InnerUser>(this)),
      m_amc(ns3::CreateObject<ns3::LteAmc>())
{
    m_inner->SetFfMacSchedSapUser(m_innerUser.get());
}

SliceScheduler::~SliceScheduler() = default;

void
SliceScheduler::DoDispose()
{
    m_inner->Dispose();
    m_inner = nullptr;
    m_amc = nullptr;
    m_ues.clear();
    FfMacScheduler::DoDispose();
}

void
SliceScheduler::SetFfMacCschedSapUser(ns3::FfMacCschedSapUser* user)
{
    m_inner->SetFfMacCschedSapUser(user);
}

void
SliceScheduler::SetFfMacSchedSapUser(ns3::FfMacSchedSapUser* user)
{
    m_user = user;
}

ns3::FfMacCschedSapProvider*
SliceScheduler::GetFfMacCschedSapProvider()
{
    return m_csched.get();
}

ns3::FfMacSchedSapProvider*
SliceScheduler::GetFfMacSchedSapProvider()
{
    return m_sched.get();
}

void
SliceScheduler::SetLteFfrSapProvider(ns3::LteFfrSapProvider* provider)
{
    m_ffr = provider;
    m_inner->SetLteFfrSapProvider(provider);
}

ns3::LteFfrSapUser*
SliceScheduler::GetLteFfrSapUser()
{
    return m_inner->GetLteFfrSapUser();
}

void
SliceScheduler::Configure(int slices, bool olla)
{
    m_olla = olla;
    m_plan.assign(slices, Quota{0, 0, 100});
    m_credits.assign(slices, Credits{});
    m_counts.assign(slices, SliceCounts{});
}

void
SliceScheduler::Assign(uint16_t rnti, int slice)
{
    m_ues[rnti].rnti = rnti;
    m_ues[rnti].slice = slice;
}

void
SliceScheduler::Apply(const std::vector<Quota>& plan)
{
    m_plan = plan;
}

std::vector<SliceCounts>
SliceScheduler::Take()
{
    std::vector<SliceCounts> counts(m_counts.size());
    counts.swap(m_counts);
    return counts;
}

int64_t
SliceScheduler::QueueBytes(int slice) const
{
    int64_t bytes = 0;
    for (const auto& [rnti, ue] : m_ues)
    {
        bytes += ue.slice == slice ? ue.queueBytes : 0;
    }
    return bytes;
}

ns3::Time
SliceScheduler::HeadOfLine(int slice) const
{
    ns3::Time oldest;
    for (const auto& [rnti, ue] : m_ues)
    {
        if (ue.slice == slice && ue.queueBytes > 0)
        {
            oldest = std::max(oldest, ns3::Simulator::Now() - ue.waitingSince);
        }
    }
    return oldest;
}

double
SliceScheduler::TakeCqi(uint16_t rnti)
{
    Ue& ue = m_ues[rnti];
    double mean = ue.cqiReports == 0 ? ue.wideCqi : static_cast<double>(ue.cqiSum) / ue.cqiReports;
    ue.cqiSum = 0;
    ue.cqiReports = 0;
    return mean;
}

void
SliceScheduler::CellConfigured(const ns3::FfMacCschedSapProvider::CschedCellConfigReqParameters& params)
{
    int prbs = params.m_dlBandwidth;
    m_groupPrbs = prbs <= 10 ? 1 : prbs <= 26 ? 2 : prbs <= 63 ? 3 : 4;
    m_groups = prbs / m_groupPrbs;
    m_blockBytes.assign(MAX_MCS + 1, std::vector<uint32_t>(prbs + 1, 0));
    for (int mcs = 0; mcs <= MAX_MCS; mcs++)
    {
        for (int used = 1; used <= prbs; used++)
        {
            m_blockBytes[mcs][used] = m_amc->GetDlTbSizeFromMcs(mcs, used) / 8;
        }
    }
}

void
SliceScheduler::Forget(uint16_t rnti)
{
    m_ues.erase(rnti);
    m_lost.erase(std::remove_if(m_lost.begin(), m_lost.end(), [&](const auto& each) { return each.first == rnti; }),
                 m_lost.end());
}

void
SliceScheduler::Queue(const ns3::FfMacSchedSapProvider::SchedDlRlcBufferReqParameters& params)
{
    if (params.m_logicalChannelIdentity < FIRST_DATA_CHANNEL)
    {
        return;
    }
    Ue& ue = m_ues[params.m_rnti];
    ue.channel = params.m_logicalChannelIdentity;
    ue.queueBytes =
        params.m_rlcTransmissionQueueSize + params.m_rlcRetransmissionQueueSize + params.m_rlcStatusPduSize;
    ue.waitingSince = ns3::Simulator::Now() - ns3::MilliSeconds(params.m_rlcTransmissionQueueHolDelay);
}

void
SliceScheduler::Cqi(const ns3::FfMacSchedSapProvider::SchedDlCqiInfoReqParameters& params)
{
    for (const auto& report : params.m_cqiList)
    {
        auto found = m_ues.find(report.m_rnti);
        if (found == m_ues.end())
        {
            continue;
        }
        Ue& ue = found->second;
        if (report.m_cqiType == ns3::CqiListElement_s::P10 && !report.m_wbCqi.empty())
        {
            ue.wideCqi = std::min<int>(report.m_wbCqi[0], 15);
            ue.cqiSum += ue.wideCqi;
            ue.cqiReports++;
            if (ue.slice >= 0)
            {
                m_counts[ue.slice].cqi[ue.wideCqi]++;
            }
        }
        else if (report.m_cqiType == ns3::CqiListElement_s::A30)
        {
            ue.groupCqi.clear();
            for (const auto& group : report.m_sbMeasResult.m_higherLayerSelected)
            {
                ue.groupCqi.push_back(group.m_sbCqi.empty() ? 0 : std::min<uint8_t>(group.m_sbCqi[0], 15));
            }
        }
    }
}

void
SliceScheduler::Trigger(const ns3::FfMacSchedSapProvider::SchedDlTriggerReqParameters& params)
{
    auto withoutFeedback = params;
    withoutFeedback.m_dlInfoList.clear();
    m_innerUser->responses.clear();
    m_inner->GetFfMacSchedSapProvider()->SchedDlTriggerReq(withoutFeedback);

    ns3::FfMacSchedSapUser::SchedDlConfigIndParameters decision;
    decision.m_buildRarList = m_innerUser->responses;
    decision.m_nrOfPdcchOfdmSymbols = 1;
    m_taken = 0;
    m_served.clear();
    m_grants.clear();
    Hear(params.m_dlInfoList);
    Expire();
    Earn();
    Retransmit(decision.m_buildDataList);
    SendNew(decision.m_buildDataList);
    Count();
    m_user->SchedDlConfigInd(decision);
}

void
SliceScheduler::Hear(const std::vector<ns3::DlInfoListElement_s>& feedback)
{
    for (const auto& each : feedback)
    {
        auto found = m_ues.find(each.m_rnti);
        if (found == m_ues.end() || each.m_harqProcessId >= found->second.harq.size() || each.m_harqStatus.empty())
        {
            continue;
        }
        Ue& ue = found->second;
        Harq& harq = ue.harq[each.m_harqProcessId];
        if (harq.state != HarqState::Sent)
        {
            continue;
        }
        SliceCounts& counts = m_counts[ue.slice];
        bool received = each.m_harqStatus[0] == ns3::DlInfoListElement_s::ACK;
        if (harq.transmissions == 1)
        {
            (received ? counts.firstAcks : counts.firstNacks)++;
            double move = received ? OLLA_STEP * OLLA_TARGET / (1 - OLLA_TARGET) : -OLLA_STEP;
            ue.mcsOffset = m_olla ? std::clamp(ue.mcsOffset + move, -15.0, 5.0) : 0;
        }
        if (received)
        {
            harq.state = HarqState::Free;
        }
        else if (harq.transmissions == MAX_TRANSMISSIONS)
        {
            harq.state = HarqState::Free;
            counts.blocksGivenUp++;
        }
        else
        {
            harq.state = HarqState::Lost;
            harq.ttis = 0;
            m_lost.emplace_back(ue.rnti, each.m_harqProcessId);
        }
    }
}

void
SliceScheduler::Expire()
{
    for (auto& [rnti, ue] : m_ues)
    {
        for (Harq& harq : ue.harq)
        {
            int patience = harq.state == HarqState::Lost ? RETRANSMISSION_TTIS : FEEDBACK_TTIS;
            if (harq.state != HarqState::Free && ++harq.ttis > patience)
            {
                harq.state = HarqState::Free;
                m_counts[ue.slice].blocksGivenUp++;
            }
        }
    }
    m_lost.erase(std::remove_if(m_lost.begin(),
                                m_lost.end(),
                                [&](const auto& each) {
                                    return m_ues[each.first].harq[each.second].state != HarqState::Lost;
                                }),
                 m_lost.end());
}

int64_t
SliceScheduler::GroupCredit() const
{
    return 100 * static_cast<int64_t>(m_groupPrbs);
}

/** What each slice may spend in this TTI. */
void
SliceScheduler::Earn()
{
    int64_t prbs = static_cast<int64_t>(m_groups) * m_groupPrbs;
    std::vector<bool> backlogged(m_plan.size(), false);
    for (const auto& [rnti, ue] : m_ues)
    {
        if (ue.slice >= 0 && ue.queueBytes > 0)
        {
            backlogged[ue.slice] = true;
        }
    }
    for (std::size_t i = 0; i < m_plan.size(); i++)
    {
        Credits& credits = m_credits[i];
        // Unspent capacity is gone, but for the part of a group that no TTI alone can spend.
        credits.cap = std::min(credits.cap, std::max(GroupCredit(), credits.awaited)) + m_plan[i].max * prbs;
        credits.awaited = 0;
        credits.dedicated = std::min(credits.dedicated, GroupCredit() - 1) + m_plan[i].dedicated * prbs;
        int64_t owed = backlogged[i] ? 200 * prbs : GroupCredit();
        credits.guaranteed = std::clamp(credits.guaranteed, -100 * prbs, owed) + m_plan[i].min * prbs;
        credits.held = 0;
    }
}

int
SliceScheduler::FreeGroups() const
{
    return m_groups - __builtin_popcount(m_taken);
}

/** The groups of the first transmission if they are free, or the best ones that are; 0 if there are too few. */
uint32_t
SliceScheduler::Place(const Ue& ue, const Harq& harq) const
{
    if ((harq.dci.m_rbBitmap & m_taken) == 0)
    {
        return harq.dci.m_rbBitmap;
    }
    if (FreeGroups() < harq.groups)
    {
        return 0;
    }
    std::vector<int> order;
    for (int group = 0; group < m_groups; group++)
    {
        if ((m_taken >> group & 1) == 0)
        {
            order.push_back(group);
        }
    }
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return Mcs(ue, a) > Mcs(ue, b); });
    uint32_t bitmap = 0;
    for (int i = 0; i < harq.groups; i++)
    {
        bitmap |= 1u << order[i];
    }
    return bitmap;
}

void
SliceScheduler::Retransmit(std::vector<ns3::BuildDataListElement_s>& built)
{
    std::deque<std::pair<uint16_t, int>> waiting;
    for (const auto& [rnti, process] : m_lost)
    {
        Ue& ue = m_ues[rnti];
        Harq& harq = ue.harq[process];
        Credits& credits = m_credits[ue.slice];
        int64_t cost = harq.groups * GroupCredit();
        bool served = std::find(m_served.begin(), m_served.end(), rnti) != m_served.end();
        bool affordable = credits.awaited == 0 && (m_plan[ue.slice].max == 100 || credits.cap >= cost);
        uint32_t bitmap = !served && affordable ? Place(ue, harq) : 0;
        if (bitmap == 0)
        {
            if (!affordable)
            {
                credits.awaited = std::max(credits.awaited, cost);
            }
            waiting.emplace_back(rnti, process);
            continue;
        }
        m_taken |= bitmap;
        m_served.push_back(rnti);
        credits.cap -= cost;
        credits.guaranteed -= cost;
        credits.dedicated = std::max<int64_t>(0, credits.dedicated - cost);
        harq.state = HarqState::Sent;
        harq.ttis = 0;
        harq.dci.m_rbBitmap = bitmap;
        harq.dci.m_ndi = {0};
        harq.dci.m_rv = {static_cast<uint8_t>(harq.transmissions)};
        harq.transmissions++;
        ns3::BuildDataListElement_s element;
        element.m_rnti = rnti;
        element.m_dci = harq.dci;
        // One entry only: the MAC sends the stored burst once for each.
        element.m_rlcPduList = {{harq.pdu}};
        built.push_back(element);
        m_counts[ue.slice].prbRetransmitted += harq.groups * m_groupPrbs;
        m_counts[ue.slice].blocksRetransmitted++;
    }
    m_lost.swap(waiting);
}

/** The UEs that can be sent something new. */
void
SliceScheduler::Gather()
{
    for (auto& [rnti, ue] : m_ues)
    {
        bool served = std::find(m_served.begin(), m_served.end(), rnti) != m_served.end();
        if (ue.slice < 0 || ue.queueBytes == 0 || served)
        {
            continue;
        }
        for (std::size_t process = 0; process < ue.harq.size(); process++)
        {
            if (ue.harq[process].state == HarqState::Free)
            {
                Grant grant{};
                grant.ue = &ue;
                grant.process = static_cast<int>(process);
                m_grants.push_back(grant);
                break;
            }
        }
    }
}

void
SliceScheduler::SendNew(std::vector<ns3::BuildDataListElement_s>& built)
{
    Gather();
    ServeDedicated();
    ServeGuaranteed();
    ServeShared();
    for (std::size_t i = 0; i < m_plan.size(); i++)
    {
        m_counts[i].prbIdleReserved += m_credits[i].held * m_groupPrbs;
    }
    for (auto& [rnti, ue] : m_ues)
    {
        ue.meanBytes *= 1 - 1 / FAIRNESS_TTIS;
    }
    for (Grant& grant : m_grants)
    {
        if (grant.count > 0)
        {
            Build(grant, built);
        }
    }
}

/** How many more groups the slice may have, given its maximum and what is reserved for the others. */
int
SliceScheduler::Allowance(int slice) const
{
    const Credits& credits = m_credits[slice];
    if (credits.awaited > 0)
    {
        return 0;
    }
    int allowed = FreeGroups();
    for (std::size_t i = 0; i < m_credits.size(); i++)
    {
        allowed -= static_cast<int>(i) == slice ? 0 : m_credits[i].held;
    }
    int64_t capped = m_plan[slice].max == 100 ? allowed : credits.cap / GroupCredit();
    return static_cast<int>(std::clamp<int64_t>(capped, 0, std::max(allowed, 0)));
}

void
SliceScheduler::ServeDedicated()
{
    int left = FreeGroups();
    for (Credits& credits : m_credits)
    {
        credits.held = static_cast<int>(std::min<int64_t>(left, credits.dedicated / GroupCredit()));
        credits.dedicated -= credits.held * GroupCredit();
        left -= credits.held;
    }
    for (std::size_t i = 0; i < m_credits.size(); i++)
    {
        Credits& credits = m_credits[i];
        while (credits.held > 0)
        {
            int slice = static_cast<int>(i);
            Choice choice = Best(slice, std::min(credits.held, Allowance(slice)));
            if (choice.grant < 0)
            {
                break;
            }
            Take(choice);
            credits.held -= choice.count;
            credits.guaranteed -= choice.count * GroupCredit();
        }
    }
}

void
SliceScheduler::ServeGuaranteed()
{
    std::vector<bool> satisfied(m_plan.size(), false);
    while (true)
    {
        int neediest = -1;
        for (std::size_t i = 0; i < m_plan.size(); i++)
        {
            bool owed = !satisfied[i] && m_credits[i].guaranteed >= GroupCredit();
            if (owed && (neediest < 0 || m_credits[i].guaranteed > m_credits[neediest].guaranteed))
            {
                neediest = static_cast<int>(i);
            }
        }
        if (neediest < 0)
        {
            return;
        }
        Credits& credits = m_credits[neediest];
        int64_t owed = credits.guaranteed / GroupCredit();
        Choice choice = Best(neediest, static_cast<int>(std::min<int64_t>(owed, Allowance(neediest))));
        if (choice.grant < 0)
        {
            satisfied[neediest] = true;
            continue;
        }
        Take(choice);
        credits.guaranteed -= choice.count * GroupCredit();
    }
}

void
SliceScheduler::ServeShared()
{
    while (true)
    {
        Choice best;
        for (std::size_t i = 0; i < m_plan.size(); i++)
        {
            int slice = static_cast<int>(i);
            Choice choice = Best(slice, Allowance(slice));
            if (choice.metric > best.metric)
            {
                best = choice;
            }
        }
        if (best.grant < 0)
        {
            return;
        }
        Take(best);
    }
}

/** The UE and its groups, at most so many, that gain most by the measure of proportional fairness. */
SliceScheduler::Choice
SliceScheduler::Best(int slice, int most) const
{
    Choice best;
    for (std::size_t i = 0; most > 0 && i < m_grants.size(); i++)
    {
        const Grant& grant = m_grants[i];
        if (grant.ue->slice == slice && grant.bytes < grant.ue->queueBytes)
        {
            Choice choice = Extension(i, most);
            if (choice.metric > best.metric)
            {
                best = choice;
            }
        }
    }
    return best;
}

/**
 * The fewest groups with which the UE is sent more than without them. One that it hears worse than those it has lowers
 * the MCS of all, so one alone may gain nothing where several do.
 */
SliceScheduler::Choice
SliceScheduler::Extension(std::size_t index, int most) const
{
    const Grant& grant = m_grants[index];
    std::array<uint32_t, MAX_MCS + 1> groupsByMcs{};
    for (int group = 0; group < m_groups; group++)
    {
        int mcs = (m_taken >> group & 1) != 0 ? -1 : Mcs(*grant.ue, group);
        if (mcs >= 0)
        {
            groupsByMcs[mcs] |= 1u << group;
        }
    }
    uint32_t groups = 0;
    int count = 0;
    for (int mcs = MAX_MCS; mcs >= 0; mcs--)
    {
        for (uint32_t left = groupsByMcs[mcs]; left != 0 && count < most; left &= left - 1)
        {
            groups |= left & ~(left - 1);
            count++;
            int common = std::min(grant.mcs, mcs);
            uint32_t bytes = m_blockBytes[common][(grant.count + count) * m_groupPrbs];
            if (bytes > grant.bytes)
            {
                double gain = (bytes - grant.bytes) / grant.ue->meanBytes / count;
                return Choice{static_cast<int>(index), groups, count, common, bytes, gain};
            }
        }
    }
    return Choice{};
}

void
SliceScheduler::Take(const Choice& choice)
{
    Grant& grant = m_grants[choice.grant];
    grant.groups |= choice.groups;
    grant.count += choice.count;
    grant.mcs = choice.mcs;
    grant.bytes = choice.bytes;
    m_taken |= choice.groups;
    m_credits[grant.ue->slice].cap -= choice.count * GroupCredit();
}

/** -1 where the UE can receive nothing. */
int
SliceScheduler::Mcs(const Ue& ue, int group) const
{
    if (static_cast<std::size_t>(group) >= ue.groupCqi.size())
    {
        return 0;
    }
    int cqi = ue.groupCqi[group];
    if (cqi == 0)
    {
        return -1;
    }
    return std::clamp(m_amc->GetMcsFromCqi(cqi) + static_cast<int>(std::floor(ue.mcsOffset)), 0, MAX_MCS);
}

void
SliceScheduler::Build(Grant& grant, std::vector<ns3::BuildDataListElement_s>& built)
{
    Ue& ue = *grant.ue;
    Harq& harq = ue.harq[grant.process];
    uint16_t bytes = static_cast<uint16_t>(std::min<uint32_t>(grant.bytes, std::numeric_limits<uint16_t>::max()));
    ns3::DlDciListElement_s dci;
    dci.m_rnti = ue.rnti;
    dci.m_harqProcess = static_cast<uint8_t>(grant.process);
    dci.m_resAlloc = 0;
    dci.m_rbBitmap = grant.groups;
    dci.m_mcs = {static_cast<uint8_t>(grant.mcs)};
    dci.m_tbsSize = {bytes};
    dci.m_ndi = {1};
    dci.m_rv = {0};
    dci.m_tpc = m_ffr->GetTpc(ue.rnti);
    harq.state = HarqState::Sent;
    harq.dci = dci;
    harq.pdu = ns3::RlcPduListElement_s{};
    harq.pdu.m_logicalChannelIdentity = ue.channel;
    harq.pdu.m_size = bytes;
    harq.groups = grant.count;
    harq.transmissions = 1;
    harq.ttis = 0;
    ns3::BuildDataListElement_s element;
    element.m_rnti = ue.rnti;
    element.m_dci = dci;
    element.m_rlcPduList = {{harq.pdu}};
    built.push_back(element);
    // Until the RLC reports again.
    ue.queueBytes -= std::min<uint32_t>(ue.queueBytes, bytes);
    ue.meanBytes += bytes / FAIRNESS_TTIS;
    SliceCounts& counts = m_counts[ue.slice];
    counts.prbNew += grant.count * m_groupPrbs;
    counts.blocks++;
    counts.blockBytes += bytes;
    counts.mcsSum += grant.mcs;
}

void
SliceScheduler::Count()
{
    for (std::size_t i = 0; i < m_counts.size(); i++)
    {
        int64_t queued = QueueBytes(static_cast<int>(i));
        SliceCounts& counts = m_counts[i];
        counts.ttis++;
        counts.queueByteTtis += queued;
        counts.queueBytesMax = std::max(counts.queueBytesMax, queued);
        counts.backloggedTtis += queued > 0 ? 1 : 0;
    }
}

} // namespace twinslice
