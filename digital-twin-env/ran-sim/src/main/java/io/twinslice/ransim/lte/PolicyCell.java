package io.twinslice.ransim.lte;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The downlink of an LTE cell whose slices obey RRM policy ratios in every TTI: 48 of 50 PRBs in groups of 3, a CQI for
 * each group that is some milliseconds old, one MCS per CQI without outer loop, proportional fairness over groups, up
 * to four HARQ transmissions with soft combining, RLC UM with 100 kB per UE, delivery in order.
 *
 * <p>Slices come in the order: repetitions (charged to their slice), guaranteed groups, then what is left and not
 * reserved, by proportional fairness below the ceilings. Everything follows from the seed. Not thread-safe.
 */
public final class PolicyCell {
    /** PRBs that can be used. */
    public static final int USABLE_PRBS = 48;

    static final int GROUP_PRBS = 3;

    private static final int REPEAT_MILLIS = 7;
    private static final int TRANSMISSIONS = 4;
    private static final int PROCESSES = 8;
    /** Memory of proportional fairness. */
    private static final double FAIR_MILLIS = 99;

    private static final double TEN_PERCENT = 1.2816;
    private static final double CONTROL_SLOPE_DB = 2.2;
    private static final int[] ALL_GROUPS = IntStream.range(0, Fading.GROUPS).toArray();

    private final PolicyCellSettings settings;
    private final int[] sliceOf;
    private final PolicyLink[] links;
    private final RlcQueue[] queues;
    private final List<List<Repetition>> repetitions = new ArrayList<>();
    private final ArrivalList[] arrivals;
    private final PolicyCredits credits;
    private final PolicyWindow[] windows;
    private final Draws luck;
    private final double[] average;
    private final int cqiDelay;
    private final int slices;

    private final boolean[] taken = new boolean[Fading.GROUPS];
    private final int[][] groupCqi;
    private final boolean[] cqiKnown;
    private final boolean[] busy;
    private final int[] groupsOf;
    private final int[] cqiWorst;
    private final int[][] groupList;
    private final int[] served;
    private long millis;

    /** A block that failed and will be sent again. */
    private record Repetition(long due, int block, int groups, int cqi, double information, int transmissions) {}

    /**
     * @param sliceOf the slice of each UE
     * @param meanSnrDb of each UE over the fading
     * @param startMillis time at which the cell begins, at least 0: UEs move on in the fading at whole half seconds
     */
    public PolicyCell(
            int[] sliceOf, double[] meanSnrDb, Fading fading, PolicyCellSettings settings, int startMillis, long seed) {
        this.settings = settings;
        this.sliceOf = sliceOf.clone();
        int ues = sliceOf.length;
        slices = Arrays.stream(sliceOf).max().orElse(0) + 1;
        links = new PolicyLink[ues];
        queues = new RlcQueue[ues];
        arrivals = new ArrivalList[ues];
        for (int ue = 0; ue < ues; ue++) {
            links[ue] = new PolicyLink(fading, meanSnrDb[ue], startMillis, new Draws(seed, 12, ue));
            queues[ue] = new RlcQueue();
            arrivals[ue] = new ArrivalList();
            repetitions.add(new ArrayList<>());
        }
        credits = new PolicyCredits(slices, USABLE_PRBS);
        windows = new PolicyWindow[slices];
        Arrays.setAll(windows, i -> new PolicyWindow());
        luck = new Draws(seed, 13, 0);
        average = new double[ues];
        Arrays.fill(average, 1);
        cqiDelay = (int) Math.rint(settings.cqiDelayMillis());
        groupCqi = new int[ues][Fading.GROUPS];
        cqiKnown = new boolean[ues];
        busy = new boolean[ues];
        groupsOf = new int[ues];
        cqiWorst = new int[ues];
        groupList = new int[ues][Fading.GROUPS];
        served = new int[ues];
    }

    /** Puts quotas in force, one per slice; their minima must not exceed 1 in all. */
    public void apply(List<PolicyQuota> quotas) {
        if (quotas.size() != slices) {
            throw new IllegalArgumentException(quotas.size() + " quotas for " + slices + " slices");
        }
        credits.apply(quotas);
    }

    /** Announces a packet; a UE's packets are announced in the order of their times. */
    public void offer(int ue, double atMillis, int bytes) {
        arrivals[ue].add(atMillis, bytes);
    }

    /** A UE has gone to where its mean SNR is another. */
    public void move(int ue, double meanSnrDb) {
        links[ue].move(meanSnrDb);
    }

    /** What happened in a slice in the window that ended last. */
    public PolicyWindow window(int slice) {
        return windows[slice];
    }

    /** Simulates a window. */
    public void runWindow(int length) {
        for (PolicyWindow window : windows) {
            window.clear();
        }
        for (int i = 0; i < length; i++, millis++) {
            tick();
        }
    }

    private void tick() {
        for (int ue = 0; ue < links.length; ue++) {
            links[ue].tick(millis);
            cqiKnown[ue] = false;
            busy[ue] = false;
            groupsOf[ue] = 0;
            served[ue] = 0;
            arrivals[ue].release((double) millis, queues[ue], windows[sliceOf[ue]]);
            queues[ue].expire(millis + settings.pipelineMillis(), windows[sliceOf[ue]]);
            if (queues[ue].queuedBytes() > 0) {
                windows[sliceOf[ue]].backlog();
            }
        }
        Arrays.fill(taken, false);
        credits.tick();
        int free = repeat();
        for (int slice = 0; slice < slices && free > 0; slice++) {
            while (free > 0 && credits.isGuaranteed(slice) && give(slice, true)) {
                free--;
            }
        }
        free -= credits.reservedGroups();
        while (free > 0 && give(-1, false)) {
            free--;
        }
        for (int ue = 0; ue < links.length; ue++) {
            if (groupsOf[ue] > 0) {
                send(ue);
            }
            average[ue] += (served[ue] - average[ue]) / FAIR_MILLIS;
        }
    }

    private int repeat() {
        int next = 0;
        for (int i = 0; i < links.length; i++) {
            int ue = (int) ((i + millis) % links.length);
            List<Repetition> waiting = repetitions.get(ue);
            if (!waiting.isEmpty() && waiting.getFirst().due <= millis && credits.mayUse(sliceOf[ue])) {
                Repetition repetition = waiting.getFirst();
                if (next + repetition.groups <= Fading.GROUPS) {
                    waiting.removeFirst();
                    busy[ue] = true;
                    int[] groups = new int[repetition.groups];
                    for (int k = 0; k < groups.length; k++) {
                        taken[next] = true;
                        groups[k] = next++;
                    }
                    credits.use(sliceOf[ue], GROUP_PRBS * groups.length, true);
                    windows[sliceOf[ue]].used(GROUP_PRBS * groups.length);
                    transmit(
                            ue,
                            repetition,
                            repetition.information + information(ue, groups, groups.length, repetition.cqi));
                }
            }
        }
        return Fading.GROUPS - next;
    }

    /** Gives a free group to the UE that it is worth most to; false when nobody can use one. */
    private boolean give(int slice, boolean guaranteed) {
        int best = -1;
        int bestGroup = 0;
        double most = 0;
        for (int ue = 0; ue < links.length; ue++) {
            if ((slice < 0 ? credits.mayUse(sliceOf[ue]) : sliceOf[ue] == slice) && wantsMore(ue)) {
                int group = nextGroup(ue);
                int cqi = groupCqi[ue][group];
                double worth = cqi == 0 ? 0 : LteTables.bits(size(cqi), GROUP_PRBS) / average[ue];
                if (worth > most) {
                    most = worth;
                    best = ue;
                    bestGroup = group;
                }
            }
        }
        if (best < 0) {
            return false;
        }
        taken[bestGroup] = true;
        int cqi = groupCqi[best][bestGroup];
        cqiWorst[best] = groupsOf[best] == 0 ? cqi : Math.min(cqi, cqiWorst[best]);
        groupList[best][groupsOf[best]++] = bestGroup;
        credits.use(sliceOf[best], GROUP_PRBS, guaranteed);
        return true;
    }

    /** A UE begins with its best free group and goes on with the better neighbour of what it has. */
    private int nextGroup(int ue) {
        int low = Fading.GROUPS;
        int high = -1;
        for (int i = 0; i < groupsOf[ue]; i++) {
            low = Math.min(low, groupList[ue][i]);
            high = Math.max(high, groupList[ue][i]);
        }
        int below = low - 1;
        while (below >= 0 && taken[below]) {
            below--;
        }
        int above = high + 1;
        while (above < Fading.GROUPS && taken[above]) {
            above++;
        }
        if (groupsOf[ue] == 0 || (below < 0 && above >= Fading.GROUPS)) {
            return bestFree(groupCqi[ue]);
        }
        if (below < 0 || above >= Fading.GROUPS) {
            return below < 0 ? above : below;
        }
        return groupCqi[ue][below] > groupCqi[ue][above] ? below : above;
    }

    private int bestFree(int[] cqis) {
        int best = -1;
        for (int group = 0; group < Fading.GROUPS; group++) {
            if (!taken[group] && (best < 0 || cqis[group] > cqis[best])) {
                best = group;
            }
        }
        return best;
    }

    private boolean wantsMore(int ue) {
        int wanted = queues[ue].wantedBytes();
        if (wanted == 0 || busy[ue] || repetitions.get(ue).size() >= PROCESSES || !queues[ue].hasRoom()) {
            return false;
        }
        if (!cqiKnown[ue]) {
            cqiKnown[ue] = true;
            links[ue].look(Math.max(0, millis - cqiDelay), millis);
            for (int group = 0; group < Fading.GROUPS; group++) {
                groupCqi[ue][group] = LinkCurve.cqi(links[ue].snrTenth(group));
            }
        }
        return groupsOf[ue] == 0 || blockBits(ue) < 8 * wanted;
    }

    private int blockCqi(int ue) {
        return Math.max(1, cqiWorst[ue]);
    }

    private int blockBits(int ue) {
        return LteTables.bits(size(blockCqi(ue)), GROUP_PRBS * groupsOf[ue]);
    }

    /** Block size index of the MCS that is used at a CQI: every second one. */
    private static int size(int cqi) {
        int mcs = 2 * cqi - 2;
        return mcs < 10 ? mcs : mcs < 17 ? mcs - 1 : mcs - 2;
    }

    private void send(int ue) {
        served[ue] = blockBits(ue);
        int block = queues[ue].take(served[ue] / 8);
        windows[sliceOf[ue]].used(GROUP_PRBS * groupsOf[ue]);
        int cqi = blockCqi(ue);
        double information = information(ue, groupList[ue], groupsOf[ue], cqi);
        transmit(ue, new Repetition(millis, block, groupsOf[ue], cqi, 0, 0), information);
    }

    /** Sends a block; the information of its transmissions so far, this one included, adds up. */
    private void transmit(int ue, Repetition sent, double information) {
        PolicyWindow window = windows[sliceOf[ue]];
        if (missesAssignment(ue)) {
            // Nobody answers, so that nothing is repeated.
            window.givenUp();
            settle(ue, sent.block, false);
            return;
        }
        int effective = LinkCurve.tenth(LinkCurve.modulation(sent.cqi), information);
        double excess = (effective - LinkCurve.thresholdTenth(sent.cqi)) / 10.0;
        boolean failed = luck.uniform() < Tail.of(excess / settings.slopeDb() + TEN_PERCENT);
        if (sent.transmissions == 0) {
            window.firstTransmission(failed, sent.cqi);
        }
        if (failed && sent.transmissions + 1 < TRANSMISSIONS) {
            repetitions
                    .get(ue)
                    .add(new Repetition(
                            millis + REPEAT_MILLIS,
                            sent.block,
                            sent.groups,
                            sent.cqi,
                            information,
                            sent.transmissions + 1));
            return;
        }
        if (failed) {
            window.givenUp();
        }
        settle(ue, sent.block, !failed);
    }

    private void settle(int ue, int block, boolean received) {
        queues[ue].settle(block, received);
        queues[ue].deliver((double) millis + settings.pipelineMillis(), windows[sliceOf[ue]]);
    }

    private boolean missesAssignment(int ue) {
        double snr = LinkCurve.tenth(0, information(ue, ALL_GROUPS, Fading.GROUPS, 1)) / 10.0;
        return luck.uniform() < Tail.of((snr - settings.controlSnrDb()) / CONTROL_SLOPE_DB);
    }

    /** Mean information of a coded bit in some groups now, with the modulation of a CQI. */
    private double information(int ue, int[] groups, int count, int cqi) {
        int modulation = LinkCurve.modulation(cqi);
        double sum = 0;
        links[ue].look(millis, millis);
        for (int i = 0; i < count; i++) {
            sum += LinkCurve.information(modulation, links[ue].snrTenth(groups[i]));
        }
        return sum / count;
    }
}
