package io.twinslice.ransim;

import io.twinslice.ransim.propagation.LinkBudget;
import io.twinslice.ransim.propagation.PenetrationLoss;
import io.twinslice.ransim.propagation.Propagation;
import io.twinslice.ransim.propagation.Shadowing;
import java.util.Arrays;

/**
 * Mean power with which each UE hears each cell: path loss, line of sight and shadowing, without fast fading.
 *
 * <p>Both line of sight and shadowing are Gaussian AR(1) processes over the distance moved; there is line of sight
 * while the tail above the one is within the probability of line of sight at the distance of now. Cells are
 * independent.
 */
final class RadioMap {
    private final Propagation propagation;
    private final LinkBudget budget;
    private final Layout layout;
    private final Movement movement;
    private final int cells;
    private final double[] wallDb;
    private final long[] shadowingKey;
    private final long[] sightKey;
    private final double[] shadowing;
    private final double[] sight;
    private final double[] dbm;
    private final double[] milliwatt;
    private long steps;

    RadioMap(NetworkParameters parameters, Roster roster, Movement movement, long seed) {
        propagation = parameters.propagation();
        budget = parameters.budget();
        layout = parameters.layout();
        this.movement = movement;
        cells = layout.sites().size();
        int links = roster.ues() * cells;
        wallDb = new double[roster.ues()];
        shadowingKey = new long[links];
        sightKey = new long[links];
        shadowing = new double[links];
        sight = new double[links];
        dbm = new double[links];
        milliwatt = new double[links];
        for (int ue = 0; ue < roster.ues(); ue++) {
            if (parameters.mobility().get(roster.twinOf(ue)) instanceof Mobility.Resting resting && resting.indoors()) {
                wallDb[ue] = wall(Chance.key(seed, Purpose.MOVEMENT, -1 - ue));
            }
            for (int cell = 0; cell < cells; cell++) {
                int link = ue * cells + cell;
                shadowingKey[link] = Chance.key(seed, Purpose.SHADOWING, link);
                sightKey[link] = Chance.key(seed, Purpose.LINE_OF_SIGHT, link);
                shadowing[link] = Chance.normal(shadowingKey[link], 0);
                sight[link] = Chance.normal(sightKey[link], 0);
                hear(ue, cell);
            }
        }
    }

    /** A copy that goes on by itself. */
    RadioMap(RadioMap other, Movement movement) {
        propagation = other.propagation;
        budget = other.budget;
        layout = other.layout;
        this.movement = movement;
        cells = other.cells;
        wallDb = other.wallDb;
        shadowingKey = other.shadowingKey;
        sightKey = other.sightKey;
        shadowing = other.shadowing.clone();
        sight = other.sight.clone();
        dbm = other.dbm.clone();
        milliwatt = other.milliwatt.clone();
        steps = other.steps;
    }

    private double wall(long key) {
        double depth = 25 * Math.min(Chance.uniform(key, 0), Chance.uniform(key, 1));
        return PenetrationLoss.lowDb(propagation.carrierGhz(), depth)
                + PenetrationLoss.SIGMA_DB * Chance.normal(key, 2);
    }

    /** Follows the UEs that have moved. */
    void follow() {
        steps++;
        for (int ue = 0; ue < wallDb.length; ue++) {
            double moved = movement.moved(ue);
            if (moved == 0) {
                continue;
            }
            for (int cell = 0; cell < cells; cell++) {
                int link = ue * cells + cell;
                sight[link] = Shadowing.moved(
                        sight[link], moved, propagation.losCorrelationMetres(), Chance.normal(sightKey[link], steps));
                double correlation = propagation.correlationMetres(isInSight(ue, cell));
                shadowing[link] =
                        Shadowing.moved(shadowing[link], moved, correlation, Chance.normal(shadowingKey[link], steps));
                hear(ue, cell);
            }
        }
    }

    private void hear(int ue, int cell) {
        int link = ue * cells + cell;
        boolean inSight = isInSight(ue, cell);
        double loss = propagation.pathLossDb(metres(ue, cell), inSight)
                + propagation.shadowingDb(inSight) * shadowing[link]
                + wallDb[ue];
        dbm[link] = budget.receivedDbm(loss);
        milliwatt[link] = StrictMath.pow(10, dbm[link] / 10);
    }

    boolean isInSight(int ue, int cell) {
        double tail = LinkTables.gaussianTail(-sight[ue * cells + cell]);
        return tail <= propagation.losProbability(metres(ue, cell));
    }

    private double metres(int ue, int cell) {
        return layout.sites().get(cell).distanceTo(movement.x(ue), movement.y(ue));
    }

    /** Mean power of a PRB of a cell at a UE. */
    double dbm(int ue, int cell) {
        return dbm[ue * cells + cell];
    }

    double milliwatt(int ue, int cell) {
        return milliwatt[ue * cells + cell];
    }

    /** The cell that a UE hears best. */
    int best(int ue) {
        int best = 0;
        for (int cell = 1; cell < cells; cell++) {
            if (dbm(ue, cell) > dbm(ue, best)) {
                best = cell;
            }
        }
        return best;
    }

    long digest(long seed) {
        return Chance.mix(Chance.mix(seed + Arrays.hashCode(dbm)) + Arrays.hashCode(sight));
    }
}
