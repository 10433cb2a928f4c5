package io.twinslice.ransim.lte;

import java.util.Arrays;
import java.util.List;

/**
 * The downlink of a software-radio LTE cell with three slices, as far as its reports show it: 50 PRBs in groups of 3,
 * one TTI per millisecond, each slice on groups of its own, 128 packets per UE in a tail-drop queue, blocks no larger
 * than what waits.
 *
 * <p>Reports come once per window: queued octets at its end, MAC rate in Mbit/s to two decimals, PRBs granted over PRBs
 * requested to two decimals, transport blocks. Everything follows from the seed. Not thread-safe.
 */
public final class TestbedCell {
    /** Slices of the cell. */
    public static final int SLICES = 3;

    /** Length of a reported window. */
    public static final int WINDOW_MILLIS = 250;

    /** Packets that a UE can have waiting. */
    public static final int QUEUE_PACKETS = 128;

    /** Octets that IP, UDP and PDCP put around a payload. */
    public static final int SDU_OVERHEAD = 33;

    private static final int GROUP = 3;
    private static final int GROUPS = 17;
    private static final int WHOLE_HEADER = 3;
    private static final int PART_HEADER = 5;
    /** Groups that system information takes from the first slice where it is sent. */
    private static final int BROADCAST_GROUPS = 2;

    private final List<TestbedUe> ues;
    private final TestbedLink[] links;
    private final Draws[] traffic;
    private final Draws snapshots;
    private final double[] nextArrival;
    private final double[] interval;
    private final boolean[] regular;
    private final int[] sduBytes;
    private final int[] packets;
    /** Octets of the packet at the head that are not sent yet. */
    private final int[] headBytes;

    private final boolean[] attached;
    private final long[] blockBits;
    private final int[] blocks;
    private final long[] requested;
    private final long[] granted;
    private final int[] buffer;
    private final int[] groups = new int[SLICES];
    private final int[] need = new int[8];
    private final Discipline[] disciplines = new Discipline[SLICES];
    private final int[][] members = new int[SLICES][];
    private final int[] turn = new int[SLICES];
    private long millis;
    /** When the next packet of any UE comes. */
    private double earliest;
    /** UEs with packets. */
    private int waiting;

    /**
     * @param ues in any order, at most 8 per slice
     * @param seed what everything random follows from
     */
    public TestbedCell(List<TestbedUe> ues, TestbedRadio radio, long seed) {
        this.ues = List.copyOf(ues);
        int count = ues.size();
        links = new TestbedLink[count];
        traffic = new Draws[count];
        snapshots = new Draws(seed, 3, 0);
        nextArrival = new double[count];
        interval = new double[count];
        regular = new boolean[count];
        sduBytes = new int[count];
        packets = new int[count];
        headBytes = new int[count];
        attached = new boolean[count];
        blockBits = new long[count];
        blocks = new int[count];
        requested = new long[count];
        granted = new long[count];
        buffer = new int[count];
        Arrays.fill(attached, true);
        Arrays.fill(disciplines, Discipline.ROUND_ROBIN);
        groups[0] = GROUPS;
        double shared = radio.runSpread() * new Draws(seed, 1, -1).normal();
        for (int ue = 0; ue < count; ue++) {
            TestbedUe each = ues.get(ue);
            links[ue] = new TestbedLink(radio, shared, each.slice() == 0, new Draws(seed, 1, ue));
            traffic[ue] = new Draws(seed, 2, ue);
            regular[ue] = each.regular();
            interval[ue] = 1000 / each.packetsPerSecond();
            nextArrival[ue] = interval[ue] * traffic[ue].uniform();
            sduBytes[ue] = each.payloadBytes() + SDU_OVERHEAD;
        }
        gather();
    }

    /**
     * Gives each slice its groups, in order from the lowest.
     *
     * @param prbs of each slice; a multiple of 3, or one less for the slice that has the last group
     */
    public void apply(int[] prbs, Discipline... inSlices) {
        int sum = 0;
        for (int slice = 0; slice < SLICES; slice++) {
            sum += (prbs[slice] + GROUP - 1) / GROUP;
        }
        if (sum > GROUPS) {
            throw new IllegalArgumentException(Arrays.toString(prbs) + " PRBs need " + sum + " groups of " + GROUPS);
        }
        for (int slice = 0; slice < SLICES; slice++) {
            groups[slice] = (prbs[slice] + GROUP - 1) / GROUP;
            disciplines[slice] = inSlices[slice];
        }
    }

    /** Says who is in the cell; a UE that leaves takes its queue with it. */
    public void attach(int ue, boolean present) {
        if (attached[ue] != present) {
            attached[ue] = present;
            waiting -= packets[ue] > 0 ? 1 : 0;
            earliest = 0;
            nextArrival[ue] = Math.max(nextArrival[ue], (double) millis);
            packets[ue] = 0;
            headBytes[ue] = 0;
            gather();
        }
    }

    private void gather() {
        for (int slice = 0; slice < SLICES; slice++) {
            int[] of = new int[ues.size()];
            int count = 0;
            for (int ue = 0; ue < of.length; ue++) {
                if (attached[ue] && ues.get(ue).slice() == slice) {
                    of[count++] = ue;
                }
            }
            if (count > need.length) {
                throw new IllegalArgumentException("at most " + need.length + " UEs per slice, not " + count);
            }
            members[slice] = Arrays.copyOf(of, count);
        }
    }

    /** Simulates one window; the figures below then speak of it. */
    public void runWindow() {
        Arrays.fill(blockBits, 0);
        Arrays.fill(blocks, 0);
        Arrays.fill(requested, 0);
        Arrays.fill(granted, 0);
        for (int tti = 0; tti < WINDOW_MILLIS; tti++, millis++) {
            if (millis % TestbedLink.REPORT_MILLIS == 0) {
                for (TestbedLink link : links) {
                    link.report();
                }
            }
            if ((double) millis >= earliest) {
                arrive((double) millis);
            }
            if (waiting > 0) {
                serve();
            }
        }
        arrive((double) (millis - 1) + snapshots.uniform());
        for (int ue = 0; ue < buffer.length; ue++) {
            buffer[ue] = queued(ue);
        }
    }

    private void serve() {
        boolean broadcast = isBroadcast(millis);
        int used = 0;
        for (int slice = 0; slice < SLICES; slice++) {
            int first = used;
            used += groups[slice];
            int blocked = broadcast ? Math.max(0, Math.min(used, BROADCAST_GROUPS) - first) : 0;
            serve(slice, groups[slice] - blocked, used == GROUPS);
        }
    }

    private static boolean isBroadcast(long tti) {
        return tti % 20 == 5 || tti % 80 == 10;
    }

    /** Takes in all packets up to a time. */
    private void arrive(double until) {
        earliest = Double.POSITIVE_INFINITY;
        for (int ue = 0; ue < nextArrival.length; ue++) {
            if (attached[ue]) {
                double next = nextArrival[ue];
                while (next <= until) {
                    if (packets[ue] == 0) {
                        headBytes[ue] = sduBytes[ue];
                        waiting++;
                    }
                    packets[ue] = Math.min(QUEUE_PACKETS, packets[ue] + 1);
                    next += regular[ue] ? interval[ue] : interval[ue] * traffic[ue].exponential();
                }
                nextArrival[ue] = next;
                earliest = Math.min(earliest, next);
            }
        }
    }

    private int queued(int ue) {
        return packets[ue] == 0 ? 0 : (packets[ue] - 1) * sduBytes[ue] + headBytes[ue];
    }

    private void serve(int slice, int free, boolean hasLast) {
        int[] of = members[slice];
        int count = of.length;
        int start = count == 0 ? 0 : turn[slice]++ % count;
        boolean any = false;
        for (int i = 0; i < count; i++) {
            int ue = of[i];
            need[i] = 0;
            if (packets[ue] > 0) {
                any = true;
                int bytes = queued(ue) + WHOLE_HEADER * Math.min(packets[ue], 20);
                int size = disciplines[slice] == Discipline.ROUND_ROBIN ? links[ue].size() : links[ue].steadySize();
                need[i] = LteTables.prbsFor(size, 8 * Math.min(bytes, 10_000));
            }
        }
        if (!any || free == 0) {
            return;
        }
        for (int i = 0; i < count; i++) {
            requested[of[i]] += need[i];
        }
        int left = free;
        for (int step = 0; step < count && left > 0; step++) {
            int i = (start + step) % count;
            if (need[i] > 0) {
                int part = part(disciplines[slice], i, step, count, free);
                int give = Math.min(left, part);
                if (give > 0) {
                    left -= give;
                    int prbs = GROUP * give - (hasLast && left == 0 ? 1 : 0);
                    send(of[i], prbs);
                }
            }
        }
    }

    /** Groups that a UE may take: the {@code step}th in turn. */
    private int part(Discipline discipline, int i, int step, int count, int free) {
        int wanted = (need[i] + GROUP - 1) / GROUP;
        int equal = free / count + (step < free % count ? 1 : 0);
        return switch (discipline) {
            case ROUND_ROBIN -> wanted;
            case WATER_FILLING -> equal;
            case PROPORTIONAL_FAIR -> {
                int others = 0;
                for (int other = 0; other < count; other++) {
                    others += other == i ? 0 : Math.min(equal, (need[other] + GROUP - 1) / GROUP);
                }
                yield Math.min(wanted, Math.max(equal, free - others));
            }
        };
    }

    private void send(int ue, int prbs) {
        granted[ue] += prbs;
        int highest = links[ue].size();
        int whole = 8 * Math.min(queued(ue) + WHOLE_HEADER * Math.min(packets[ue], 20), 10_000);
        int size = LteTables.smallestSize(highest, prbs, whole);
        int bits = LteTables.bits(size, prbs);
        int room = bits / 8;
        blockBits[ue] += bits;
        blocks[ue]++;
        while (packets[ue] > 0 && room > PART_HEADER) {
            if (headBytes[ue] + WHOLE_HEADER <= room) {
                room -= headBytes[ue] + WHOLE_HEADER;
                packets[ue]--;
                waiting -= packets[ue] == 0 ? 1 : 0;
                headBytes[ue] = packets[ue] > 0 ? sduBytes[ue] : 0;
            } else {
                headBytes[ue] -= room - PART_HEADER;
                room = 0;
            }
        }
    }

    /** Octets queued for a UE at the end of the window. */
    public int bufferBytes(int ue) {
        return buffer[ue];
    }

    /** MAC rate of a UE in Mbit/s, to two decimals. */
    public double rateMbps(int ue) {
        return Math.rint(blockBits[ue] / (WINDOW_MILLIS * 10.0)) / 100;
    }

    /** PRBs granted over PRBs requested, at most 1, to two decimals; 1 when none were requested. */
    public double grantedRatio(int ue) {
        return requested[ue] == 0 ? 1 : Math.min(1, Math.rint(100.0 * granted[ue] / requested[ue]) / 100);
    }

    /** Transport blocks sent to a UE. */
    public int transportBlocks(int ue) {
        return blocks[ue];
    }
}
