package io.twinslice.ransim;

import io.twinslice.model.PrbAllocator;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.SliceMeasurement;
import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One sliced downlink cell, slot by slot.
 *
 * <p>In a slot: disturbances, every fifth millisecond the channel, arrivals, demand of each slice in PRBs, the
 * allocator, then the scheduler of each slice. What arrives does so at the end of the slot. A packet older than
 * {@value #LIFETIME_DEADLINES} times its deadline is given up and counts as late.
 *
 * <p>Arrivals, channel and decoding luck depend on the seed, the UE and the time alone, never on the plans. Not
 * thread-safe. The slot loop allocates nothing.
 */
public final class RanCell {
    /** A packet is given up at this many times its deadline. */
    public static final int LIFETIME_DEADLINES = 4;

    private static final int MEASUREMENTS = SliceMeasurement.values().length;

    private final CellParameters parameters;
    private final Roster roster;
    private final int cqiSlots;

    private final Links links;
    private final Arrivals arrivals;
    private final PacketQueues queues;
    private final WindowStatistics statistics;
    private final SliceScheduler scheduler;
    private final Attendance attendance;

    private final Disturbances disturbances;
    private final int[] demand;
    private final int[] grant;

    private List<TwinProfile> twins;
    private long[] lifetimeMicros;
    private QuotaPlan plan;
    private PrbAllocator allocator;
    private int usablePrbs;
    private long nextPeriodSlot;
    private long slot;
    private long usedPrbs;

    /**
     * @param parameters the cell
     * @param twins whose promises count, one for each of the cell's twins and in their order
     * @param seed everything random follows from it
     */
    public RanCell(CellParameters parameters, List<TwinProfile> twins, long seed) {
        this(parameters, twins, seed, seed);
    }

    /** @param channelSeed what channel and decoding luck follow from; arrivals follow from {@code seed} */
    RanCell(CellParameters parameters, List<TwinProfile> twins, long seed, long channelSeed) {
        if (parameters.twins().size() != twins.size()) {
            throw new IllegalArgumentException(twins.size() + " profiles for a cell of "
                    + parameters.twins().size() + " twins");
        }
        this.parameters = parameters;
        this.twins = List.copyOf(twins);
        int slices = twins.size();
        roster = new Roster(parameters.twins());
        lifetimeMicros = lifetimes(twins);
        cqiSlots = Links.CQI_PERIOD_MILLIS * 1000 / parameters.slotMicros();
        links = new Links(parameters, twins, roster, channelSeed);
        arrivals = new Arrivals(parameters, roster, seed);
        statistics = new WindowStatistics(roster, twins);
        queues = new PacketQueues(roster, statistics);
        scheduler = new SliceScheduler(parameters, roster, links, queues, channelSeed);
        attendance = new Attendance(parameters.presences(), roster);
        disturbances = new Disturbances(parameters.disturbances(), slices);
        demand = new int[slices];
        grant = new int[slices];
        plan = QuotaPlan.unsliced(slices);
        usablePrbs = parameters.prbCount();
        allocator = new PrbAllocator(usablePrbs, slices);
    }

    private RanCell(RanCell other) {
        parameters = other.parameters;
        twins = other.twins;
        roster = other.roster;
        lifetimeMicros = other.lifetimeMicros;
        cqiSlots = other.cqiSlots;
        links = new Links(other.links);
        arrivals = new Arrivals(other.arrivals);
        statistics = new WindowStatistics(other.statistics);
        queues = new PacketQueues(other.queues, statistics);
        scheduler = new SliceScheduler(other.scheduler, links, queues);
        attendance = new Attendance(other.attendance);
        disturbances = new Disturbances(other.disturbances);
        demand = new int[other.demand.length];
        grant = new int[other.grant.length];
        plan = other.plan;
        usablePrbs = other.usablePrbs;
        allocator = new PrbAllocator(usablePrbs, grant.length);
        allocator.apply(plan);
        nextPeriodSlot = other.nextPeriodSlot;
        slot = other.slot;
        usedPrbs = other.usedPrbs;
    }

    /** A cell in the state of this one that goes on by itself, exactly as this one would. */
    public RanCell fork() {
        return new RanCell(this);
    }

    /**
     * A cell in the state of this one that meets other luck from now on: channel, decoding and arrivals. What is on its
     * way already stays so: a cycle, a frame or a packet of a recording that comes next.
     *
     * @param seed forks with the same seed go on alike
     */
    public RanCell fork(long seed) {
        RanCell fork = new RanCell(this);
        fork.links.reseed(seed);
        fork.scheduler.reseed(seed);
        fork.arrivals.reseed(seed, slot, nowMicros(), disturbances.load());
        return fork;
    }

    /** Puts a plan in force from the next slot on. */
    public void apply(QuotaPlan newPlan) {
        allocator.apply(newPlan);
        plan = newPlan;
    }

    /**
     * Promises the twins something else from now on. What was delivered before stays judged as it was; the link
     * adaptation keeps the block error rate that it aimed at.
     *
     * @param promised as many profiles as before, in the same order
     */
    public void promise(List<TwinProfile> promised) {
        if (promised.size() != twins.size()) {
            throw new IllegalArgumentException(promised.size() + " profiles for a cell of " + twins.size() + " twins");
        }
        twins = List.copyOf(promised);
        lifetimeMicros = lifetimes(twins);
        statistics.promise(twins);
    }

    private static long[] lifetimes(List<TwinProfile> twins) {
        return twins.stream()
                .mapToLong(twin -> twin.sla().deadlineMillis() * 1000L * LIFETIME_DEADLINES)
                .toArray();
    }

    /**
     * Runs one report window.
     *
     * @param windowMillis 1..60000
     */
    public TwinSnapshot runWindow(int windowMillis) {
        int[] values = new int[grant.length * MEASUREMENTS];
        runWindow(windowMillis, values);
        return snapshot(windowMillis, values);
    }

    private TwinSnapshot snapshot(int windowMillis, int[] values) {
        List<SliceReport> reports = new ArrayList<>(grant.length);
        for (int twin = 0; twin < grant.length; twin++) {
            reports.add(SliceMeasurement.assemble(
                    Arrays.copyOfRange(values, twin * MEASUREMENTS, (twin + 1) * MEASUREMENTS)));
        }
        return new TwinSnapshot(nowMillis(), windowMillis, parameters.prbCount(), twins, reports, plan);
    }

    /**
     * Runs one report window and allocates nothing.
     *
     * @param windowMillis 1..60000
     * @param values receives the reports of the twins one after the other, each as one value for every
     *     {@link SliceMeasurement} in their order
     */
    public void runWindow(int windowMillis, int[] values) {
        Range.require("windowMillis", windowMillis, 1, 60_000);
        Range.require("length of values", values.length, grant.length * MEASUREMENTS, Integer.MAX_VALUE);
        beginWindow();
        int slots = windowMillis * 1000 / parameters.slotMicros();
        runSlots(slots);
        report(slots, values);
    }

    void beginWindow() {
        statistics.begin();
    }

    void runSlots(int slots) {
        for (int i = 0; i < slots; i++) {
            runSlot();
        }
    }

    /** Closes the window that {@link #beginWindow} began. */
    TwinSnapshot endWindow(int windowMillis) {
        int[] values = new int[grant.length * MEASUREMENTS];
        report(windowMillis * 1000 / parameters.slotMicros(), values);
        return snapshot(windowMillis, values);
    }

    private void report(int slots, int[] values) {
        for (int twin = 0; twin < grant.length; twin++) {
            report(twin, slots, values);
        }
    }

    /** PRBs used since the start of the cell. */
    long usedPrbs() {
        return usedPrbs;
    }

    /** Moves the mean SNR of a UE. */
    void tune(int ue, double meanSnrDb) {
        links.tune(ue, meanSnrDb);
    }

    /** Makes the cell empty; who is in it is then up to {@link #attach}, {@link #detach} and {@link #handOver}. */
    void detachAll() {
        attendance.detachAll();
    }

    void attach(int ue, double meanSnrDb) {
        attendance.attach(ue);
        links.meet(ue, meanSnrDb);
        statistics.enter(ue, nowMicros());
    }

    void detach(int ue) {
        attendance.detach(ue);
        leave(ue, nowMicros());
    }

    /**
     * Sends a UE to another cell, with what waits for it and the age of its state. The other cell keeps silent until
     * {@link #unsilence}.
     */
    void handOver(int ue, RanCell target, double meanSnrDb) {
        target.attendance.attach(ue);
        target.links.meet(ue, meanSnrDb);
        target.statistics.enter(ue, nowMicros(), statistics.freshestMicros(ue));
        target.scheduler.silence(ue);
        queues.forward(ue, target.queues);
        detach(ue);
    }

    /** The interruption of a handover ends. */
    void unsilence(int ue) {
        scheduler.unsilence(ue);
    }

    /** Time since the start of the cell. */
    public long nowMillis() {
        return nowMicros() / 1000;
    }

    /**
     * A hash of the state that decides how the cell goes on: cells with equal digests do so alike. Where report windows
     * began and ended is no part of it.
     */
    public long digest() {
        long hash = Chance.mix(slot);
        hash = links.digest(hash);
        hash = arrivals.digest(hash);
        hash = queues.digest(hash);
        hash = scheduler.digest(hash);
        hash = statistics.digest(hash);
        hash = attendance.digest(hash);
        for (PrbQuota quota : plan.quotas()) {
            int percents = (quota.dedicatedPercent() * 101 + quota.minPercent()) * 101 + quota.maxPercent();
            hash = Chance.mix(hash + percents);
        }
        return hash;
    }

    WindowStatistics statistics() {
        return statistics;
    }

    private long nowMicros() {
        return slot * parameters.slotMicros();
    }

    private void runSlot() {
        long now = nowMicros();
        if (now >= disturbances.nextChangeMicros()) {
            disturb(now);
        }
        while (now >= attendance.nextMicros()) {
            comeOrGo(attendance.advance(), now);
        }
        if (slot == nextPeriodSlot) {
            nextPeriodSlot += cqiSlots;
            links.refresh(slot / cqiSlots, disturbances.conditions());
            scheduler.average();
            scheduler.redeliver(slot);
            expire(now);
        }
        arrivals.queueUntil(slot, now, disturbances.load(), attendance, queues);
        if (scheduler.demand(slot, usablePrbs, demand)) {
            serve(now + parameters.slotMicros());
        }
        slot++;
    }

    private void serve(long endMicros) {
        allocator.allocate(slot, demand, grant);
        for (int twin = 0; twin < grant.length; twin++) {
            if (demand[twin] > 0) {
                int used = scheduler.serve(twin, slot, endMicros, grant[twin]);
                usedPrbs += used;
                statistics.served(twin, used, scheduler.arrivedBytes());
            }
        }
    }

    private void comeOrGo(int ue, long now) {
        if (ue < 0) {
            return;
        }
        if (attendance.isHere(ue)) {
            statistics.enter(ue, now);
            links.enter(ue);
        } else {
            leave(ue, now);
        }
    }

    private void leave(int ue, long now) {
        statistics.close(ue, now);
        queues.clear(ue);
        scheduler.clear(ue);
    }

    private void expire(long now) {
        for (int twin = 0; twin < grant.length; twin++) {
            for (int word = roster.firstWord(twin); word < roster.endWord(twin); word++) {
                for (long left = queues.backlogged().word(word); left != 0; left &= left - 1) {
                    queues.expire(roster.lowest(word, left), now - lifetimeMicros[twin]);
                }
            }
        }
    }

    private void disturb(long now) {
        disturbances.update(now);
        int usable = disturbances.usable(parameters.prbCount());
        if (usable != usablePrbs) {
            usablePrbs = usable;
            allocator = new PrbAllocator(usable, grant.length);
            allocator.apply(plan);
        }
    }

    private void report(int twin, int slots, int[] values) {
        long now = nowMicros();
        long buffered = 0;
        long oldest = now;
        int cqiSum = 0;
        int cqiLow = 15;
        for (int ue = roster.firstUe(twin); ue < roster.endUe(twin); ue++) {
            if (!attendance.isHere(ue)) {
                continue;
            }
            statistics.close(ue, now);
            buffered += queues.openBytes(ue);
            oldest = Math.min(oldest, queues.oldestMicros(ue, now));
            cqiSum += links.cqi(ue);
            cqiLow = Math.min(cqiLow, links.cqi(ue));
        }
        int ues = attendance.count(roster.firstUe(twin), roster.endUe(twin));
        statistics.report(twin, ues, slots, buffered, now - oldest, cqiSum, cqiLow, values, twin * MEASUREMENTS);
    }
}
