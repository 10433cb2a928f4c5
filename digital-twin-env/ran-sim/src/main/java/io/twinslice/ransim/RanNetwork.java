package io.twinslice.ransim;

import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Several sliced downlink cells on one carrier, with UEs that move between them.
 *
 * <p>Each cell is a {@link RanCell} with a plan of its own, in lock-step with the others. They meet every
 * {@value Links#CQI_PERIOD_MILLIS} ms, when the mean SINR of each UE is computed anew: the power of its own cell over
 * noise and the power of every other cell times the share of its PRBs that it used in the period before. Every
 * {@value #GEOMETRY_MILLIS} ms the UEs move and handovers are looked for. A handover takes along what waits, and what
 * was sent but not acknowledged, and then interrupts for a while.
 *
 * <p>Nothing depends on how the time is cut into windows. Arrivals, movement, shadowing, fading and decoding luck
 * depend on the seed, the UE, the cell and the time alone, never on the plans. Not thread-safe.
 */
public final class RanNetwork {
    /** UEs move and handovers are looked for this often. */
    static final int GEOMETRY_MILLIS = 20;

    /** The value of {@link #servingCell} for a UE that is not in the network. */
    public static final int NOWHERE = -1;

    /** A UE that returns to the cell it came from within this time has played ping-pong. */
    private static final int PING_PONG_MILLIS = 1000;

    private static final int PERIODS_OF_GEOMETRY = GEOMETRY_MILLIS / Links.CQI_PERIOD_MILLIS;

    private final NetworkParameters parameters;
    private final List<RanCell> cells;
    private final Attendance attendance;
    private final Movement movement;
    private final RadioMap map;
    private final double noiseMilliwatt;
    private final int periodSlots;

    private final int[] serving;
    private final double[] sinrDb;
    private final int[] candidate;
    private final long[] candidateSince;
    private final long[] silentUntil;
    private final int[] cameFrom;
    private final long[] cameMillis;
    private final long[] usedBefore;
    private final double[] use;
    private long slot;
    private long handovers;
    private long pingPongs;

    /**
     * @param parameters the network
     * @param twins whose promises count, one for each of its twins and in their order
     * @param seed everything random follows from it
     */
    public RanNetwork(NetworkParameters parameters, List<TwinProfile> twins, long seed) {
        this.parameters = parameters;
        CellParameters one = parameters.oneCell();
        Roster roster = new Roster(one.twins());
        int count = parameters.layout().sites().size();
        cells = new ArrayList<>();
        for (int cell = 0; cell < count; cell++) {
            RanCell started = new RanCell(one, twins, seed, Chance.key(seed, Purpose.CELL, cell));
            started.detachAll();
            cells.add(started);
        }
        attendance = new Attendance(parameters.cell().presences(), roster);
        movement = new Movement(parameters, roster, seed);
        map = new RadioMap(parameters, roster, movement, seed);
        noiseMilliwatt = StrictMath.pow(10, parameters.budget().noiseDbm(1) / 10);
        periodSlots = Links.CQI_PERIOD_MILLIS * 1000 / one.slotMicros();
        int ues = roster.ues();
        serving = new int[ues];
        sinrDb = new double[ues];
        candidate = new int[ues];
        candidateSince = new long[ues];
        silentUntil = new long[ues];
        cameFrom = new int[ues];
        cameMillis = new long[ues];
        usedBefore = new long[count];
        use = new double[count];
        Arrays.fill(serving, NOWHERE);
        Arrays.fill(cameFrom, NOWHERE);
        for (int ue = 0; ue < ues; ue++) {
            if (attendance.isHere(ue)) {
                attach(ue);
            }
        }
    }

    private RanNetwork(RanNetwork other) {
        parameters = other.parameters;
        cells = new ArrayList<>(other.cells.stream().map(RanCell::fork).toList());
        attendance = new Attendance(other.attendance);
        movement = new Movement(other.movement);
        map = new RadioMap(other.map, movement);
        noiseMilliwatt = other.noiseMilliwatt;
        periodSlots = other.periodSlots;
        serving = other.serving.clone();
        sinrDb = other.sinrDb.clone();
        candidate = other.candidate.clone();
        candidateSince = other.candidateSince.clone();
        silentUntil = other.silentUntil.clone();
        cameFrom = other.cameFrom.clone();
        cameMillis = other.cameMillis.clone();
        usedBefore = other.usedBefore.clone();
        use = other.use.clone();
        slot = other.slot;
        handovers = other.handovers;
        pingPongs = other.pingPongs;
    }

    /** A network in the state of this one that goes on by itself, exactly as this one would. */
    public RanNetwork fork() {
        return new RanNetwork(this);
    }

    /** Number of cells, in the order of the layout's sites. */
    public int cells() {
        return cells.size();
    }

    /** Puts a plan in force in one cell from the next slot on. */
    public void apply(int cell, QuotaPlan plan) {
        cells.get(cell).apply(plan);
    }

    /**
     * Runs one report window.
     *
     * @param windowMillis 1..60000
     * @return the reports of each cell
     */
    public List<TwinSnapshot> runWindow(int windowMillis) {
        Range.require("windowMillis", windowMillis, 1, 60_000);
        cells.forEach(RanCell::beginWindow);
        int left = windowMillis * 1000 / parameters.cell().slotMicros();
        while (left > 0) {
            int phase = (int) (slot % periodSlots);
            if (phase == 0) {
                meet(slot / periodSlots);
            }
            int slots = Math.min(left, periodSlots - phase);
            for (RanCell cell : cells) {
                cell.runSlots(slots);
            }
            slot += slots;
            left -= slots;
        }
        return cells.stream().map(cell -> cell.endWindow(windowMillis)).toList();
    }

    /** Time since the start of the network. */
    public long nowMillis() {
        return slot * parameters.cell().slotMicros() / 1000;
    }

    /** Handovers since the start. */
    public long handovers() {
        return handovers;
    }

    /** Handovers back to where the UE had come from within a second. */
    public long pingPongs() {
        return pingPongs;
    }

    /** The cell that serves a UE, or {@link #NOWHERE}. UEs are numbered through the twins. */
    public int servingCell(int ue) {
        return serving[ue];
    }

    /** Mean SINR of a UE, without fast fading; meaningless for one that is nowhere. */
    public double sinrDb(int ue) {
        return sinrDb[ue];
    }

    /** Where a UE is. */
    public Layout.Point position(int ue) {
        return new Layout.Point(movement.x(ue), movement.y(ue));
    }

    /** Share of its PRBs that a cell used in the last period, 0..1. */
    public double use(int cell) {
        return use[cell];
    }

    /** A hash of the state that decides how the network goes on. */
    public long digest() {
        long hash = Chance.mix(slot);
        for (RanCell cell : cells) {
            hash = Chance.mix(hash + cell.digest());
        }
        hash = map.digest(movement.digest(attendance.digest(hash)));
        hash = Chance.mix(hash + Arrays.hashCode(serving));
        hash = Chance.mix(hash + Arrays.hashCode(candidate));
        hash = Chance.mix(hash + Arrays.hashCode(candidateSince));
        hash = Chance.mix(hash + Arrays.hashCode(silentUntil));
        return Chance.mix(hash + Arrays.hashCode(usedBefore));
    }

    /** What the cells have to do with one another, at the beginning of a period. */
    private void meet(long period) {
        long now = nowMillis();
        for (int cell = 0; cell < use.length; cell++) {
            long used = cells.get(cell).usedPrbs();
            use[cell] = (used - usedBefore[cell])
                    / (double) (periodSlots * parameters.cell().prbCount());
            usedBefore[cell] = used;
        }
        while (now * 1000 >= attendance.nextMicros()) {
            comeOrGo(attendance.advance());
        }
        boolean moves = period % PERIODS_OF_GEOMETRY == 0;
        if (moves && period > 0) {
            movement.moveTo(now);
            map.follow();
        }
        for (int ue = 0; ue < serving.length; ue++) {
            if (serving[ue] == NOWHERE) {
                continue;
            }
            if (silentUntil[ue] > 0 && now >= silentUntil[ue]) {
                silentUntil[ue] = 0;
                cells.get(serving[ue]).unsilence(ue);
            }
            // A UE on its way into a cell does not measure.
            if (moves && silentUntil[ue] == 0) {
                lookAround(ue, now);
            }
            sinrDb[ue] = sinrDb(ue, serving[ue]);
            cells.get(serving[ue]).tune(ue, sinrDb[ue]);
        }
    }

    private void comeOrGo(int ue) {
        if (ue < 0) {
            return;
        }
        if (attendance.isHere(ue)) {
            attach(ue);
        } else {
            cells.get(serving[ue]).detach(ue);
            serving[ue] = NOWHERE;
        }
    }

    private void attach(int ue) {
        int cell = map.best(ue);
        serving[ue] = cell;
        sinrDb[ue] = sinrDb(ue, cell);
        candidate[ue] = NOWHERE;
        silentUntil[ue] = 0;
        cameFrom[ue] = NOWHERE;
        cells.get(cell).attach(ue, sinrDb[ue]);
    }

    /** Event A3: hands a UE over once a neighbour has been better for long enough. */
    private void lookAround(int ue, long now) {
        int best = map.best(ue);
        double margin = map.dbm(ue, best) - map.dbm(ue, serving[ue]);
        if (margin <= parameters.handover().hysteresisDb()) {
            candidate[ue] = NOWHERE;
            return;
        }
        if (candidate[ue] != best) {
            candidate[ue] = best;
            candidateSince[ue] = now;
        }
        if (now - candidateSince[ue] >= parameters.handover().timeToTriggerMillis()) {
            handOver(ue, best, now);
        }
    }

    private void handOver(int ue, int target, long now) {
        int source = serving[ue];
        cells.get(source).handOver(ue, cells.get(target), sinrDb(ue, target));
        serving[ue] = target;
        candidate[ue] = NOWHERE;
        if (parameters.handover().interruptionMillis() == 0) {
            cells.get(target).unsilence(ue);
        } else {
            silentUntil[ue] = now + parameters.handover().interruptionMillis();
        }
        handovers++;
        if (cameFrom[ue] == target && now - cameMillis[ue] < PING_PONG_MILLIS) {
            pingPongs++;
        }
        cameFrom[ue] = source;
        cameMillis[ue] = now;
    }

    private double sinrDb(int ue, int own) {
        double disturbing = noiseMilliwatt;
        for (int cell = 0; cell < use.length; cell++) {
            if (cell != own) {
                disturbing += use[cell] * map.milliwatt(ue, cell);
            }
        }
        return Logarithm.decibels(map.milliwatt(ue, own) / disturbing);
    }
}
