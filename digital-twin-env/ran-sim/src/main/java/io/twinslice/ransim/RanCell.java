package io.twinslice.ransim;

import io.twinslice.model.PrbAllocator;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayList;
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

    private final CellParameters parameters;
    private List<TwinProfile> twins;
    private final int[] firstUe;
    private final long[] lifetimeMicros;
    private final int[] twinOf;
    private final Links links;
    private final Arrivals arrivals;
    private final PacketQueues queues;
    private final WindowStatistics statistics;
    private final SliceScheduler scheduler;
    private final Attendance attendance;
    private final int cqiSlots;

    private final double[] load;
    private final double[] snrOffset;
    private final int[] demand;
    private final int[] grant;

    private QuotaPlan plan;
    private PrbAllocator allocator;
    private int usablePrbs;
    private long nextChangeMicros;
    private long slot;

    /**
     * @param parameters the cell
     * @param twins whose promises count, one for each of the cell's twins and in their order
     * @param seed everything random follows from it
     */
    public RanCell(CellParameters parameters, List<TwinProfile> twins, long seed) {
        if (parameters.twins().size() != twins.size()) {
            throw new IllegalArgumentException(twins.size() + " profiles for a cell of "
                    + parameters.twins().size() + " twins");
        }
        this.parameters = parameters;
        this.twins = List.copyOf(twins);
        int slices = twins.size();
        firstUe = new int[slices + 1];
        lifetimeMicros = new long[slices];
        for (int twin = 0; twin < slices; twin++) {
            firstUe[twin + 1] = firstUe[twin] + parameters.twins().get(twin).ues();
            lifetimeMicros[twin] = twins.get(twin).sla().deadlineMillis() * 1000L * LIFETIME_DEADLINES;
        }
        int ues = firstUe[slices];
        twinOf = new int[ues];
        for (int twin = 0; twin < slices; twin++) {
            for (int ue = firstUe[twin]; ue < firstUe[twin + 1]; ue++) {
                twinOf[ue] = twin;
            }
        }
        links = new Links(parameters, twins, twinOf, seed);
        arrivals = new Arrivals(parameters, twinOf, seed);
        statistics = new WindowStatistics(twinOf, twins);
        queues = new PacketQueues(ues, statistics);
        scheduler = new SliceScheduler(parameters.prbCount(), ues, links, queues, seed);
        attendance = new Attendance(parameters.presences(), firstUe, ues);
        cqiSlots = Links.CQI_PERIOD_MILLIS * 1000 / parameters.slotMicros();
        load = new double[slices];
        snrOffset = new double[slices];
        demand = new int[slices];
        grant = new int[slices];
        plan = QuotaPlan.unsliced(slices);
        usablePrbs = parameters.prbCount();
        allocator = new PrbAllocator(usablePrbs, slices);
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
        for (int twin = 0; twin < twins.size(); twin++) {
            lifetimeMicros[twin] = twins.get(twin).sla().deadlineMillis() * 1000L * LIFETIME_DEADLINES;
        }
        statistics.promise(twins);
    }

    /**
     * Runs one report window.
     *
     * @param windowMillis 1..60000
     */
    public TwinSnapshot runWindow(int windowMillis) {
        Range.require("windowMillis", windowMillis, 1, 60_000);
        statistics.begin();
        int slots = windowMillis * 1000 / parameters.slotMicros();
        for (int i = 0; i < slots; i++) {
            runSlot();
        }
        return snapshot(windowMillis, slots);
    }

    /** Time since the start of the cell. */
    public long nowMillis() {
        return nowMicros() / 1000;
    }

    /** A hash of the whole state: equal digests mean that two cells will go on alike. */
    public long digest() {
        long hash = Chance.mix(slot);
        hash = links.digest(hash);
        hash = arrivals.digest(hash);
        hash = queues.digest(hash);
        hash = scheduler.digest(hash);
        hash = statistics.digest(hash);
        hash = attendance.digest(hash);
        return Chance.mix(hash + plan.hashCode());
    }

    WindowStatistics statistics() {
        return statistics;
    }

    private long nowMicros() {
        return slot * parameters.slotMicros();
    }

    private void runSlot() {
        long now = nowMicros();
        if (now >= nextChangeMicros) {
            disturb(now);
        }
        while (now >= attendance.nextMicros()) {
            comeOrGo(attendance.advance(), now);
        }
        if (slot % cqiSlots == 0) {
            links.refresh(slot / cqiSlots, twinOf, snrOffset);
            scheduler.average();
            expire(now);
        }
        arrivals.queueUntil(now, load, attendance, queues);
        for (int twin = 0; twin < demand.length; twin++) {
            demand[twin] = scheduler.demand(firstUe[twin], firstUe[twin + 1], slot, usablePrbs);
        }
        allocator.allocate(demand, grant);
        long end = now + parameters.slotMicros();
        for (int twin = 0; twin < grant.length; twin++) {
            if (demand[twin] > 0) {
                int used = scheduler.serve(firstUe[twin], firstUe[twin + 1], slot, end, grant[twin]);
                statistics.served(twin, used, scheduler.arrivedBytes());
            }
        }
        slot++;
    }

    private void comeOrGo(int ue, long now) {
        if (ue < 0) {
            return;
        }
        if (attendance.isHere(ue)) {
            statistics.enter(ue, now);
            links.enter(ue);
        } else {
            statistics.close(ue, now);
            queues.clear(ue);
            scheduler.clear(ue);
        }
    }

    private void expire(long now) {
        for (int ue = 0; ue < twinOf.length; ue++) {
            if (queues.unsentBytes(ue) > 0) {
                queues.expire(ue, now - lifetimeMicros[twinOf[ue]]);
            }
        }
    }

    /** Recomputes what is disturbed now and when that changes next. */
    private void disturb(long now) {
        nextChangeMicros = Long.MAX_VALUE;
        double prbFactor = 1;
        for (int twin = 0; twin < load.length; twin++) {
            load[twin] = 1;
            snrOffset[twin] = 0;
        }
        for (Disturbance disturbance : parameters.disturbances()) {
            long start = disturbance.startMillis() * 1000;
            long end = disturbance.endMillis() * 1000;
            if (now < start) {
                nextChangeMicros = Math.min(nextChangeMicros, start);
            } else if (now < end) {
                nextChangeMicros = Math.min(nextChangeMicros, end);
                prbFactor *= disturbance.prbFactor();
                for (int twin = 0; twin < load.length; twin++) {
                    if (disturbance.touches(twin)) {
                        load[twin] *= disturbance.loadFactor();
                        snrOffset[twin] += disturbance.snrOffsetDb();
                    }
                }
            }
        }
        int usable = Math.max(1, (int) Math.round(parameters.prbCount() * prbFactor));
        if (usable != usablePrbs) {
            usablePrbs = usable;
            allocator = new PrbAllocator(usable, load.length);
            allocator.apply(plan);
        }
    }

    private TwinSnapshot snapshot(int windowMillis, int slots) {
        long now = nowMicros();
        List<SliceReport> reports = new ArrayList<>(load.length);
        for (int twin = 0; twin < load.length; twin++) {
            long buffered = 0;
            long oldest = now;
            int cqiSum = 0;
            int cqiLow = 15;
            for (int ue = firstUe[twin]; ue < firstUe[twin + 1]; ue++) {
                if (!attendance.isHere(ue)) {
                    continue;
                }
                statistics.close(ue, now);
                buffered += queues.openBytes(ue);
                oldest = Math.min(oldest, queues.oldestMicros(ue, now));
                cqiSum += links.cqi(ue);
                cqiLow = Math.min(cqiLow, links.cqi(ue));
            }
            int ues = attendance.count(firstUe[twin], firstUe[twin + 1]);
            reports.add(statistics.report(twin, ues, slots, buffered, now - oldest, cqiSum, cqiLow));
        }
        return new TwinSnapshot(nowMillis(), windowMillis, parameters.prbCount(), twins, reports, plan);
    }
}
