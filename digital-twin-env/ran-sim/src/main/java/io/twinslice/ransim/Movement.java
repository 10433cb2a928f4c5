package io.twinslice.ransim;

import io.twinslice.ransim.Layout.Point;
import java.util.Arrays;
import java.util.List;

/** Where the UEs are. */
final class Movement {
    private final List<Mobility> mobility;
    private final Layout layout;
    private final Roster roster;
    private final long[] key;
    private final double[] x;
    private final double[] y;
    private final double[] moved;

    /** Of a random waypoint: which leg this is, where and when it began, and when it and the rest after it end. */
    private final long[] leg;

    private final double[] fromX;
    private final double[] fromY;
    private final double[] startMillis;
    private final double[] arrivalMillis;

    Movement(NetworkParameters parameters, Roster roster, long seed) {
        mobility = parameters.mobility();
        layout = parameters.layout();
        this.roster = roster;
        int ues = roster.ues();
        key = new long[ues];
        x = new double[ues];
        y = new double[ues];
        moved = new double[ues];
        leg = new long[ues];
        fromX = new double[ues];
        fromY = new double[ues];
        startMillis = new double[ues];
        arrivalMillis = new double[ues];
        for (int ue = 0; ue < ues; ue++) {
            key[ue] = Chance.key(seed, Purpose.MOVEMENT, ue);
            x[ue] = targetX(ue, 0);
            y[ue] = targetY(ue, 0);
            if (mobility.get(roster.twinOf(ue)) instanceof Mobility.RandomWaypoint) {
                arrivalMillis[ue] = Double.NEGATIVE_INFINITY;
            }
        }
        moveTo(0);
        Arrays.fill(moved, 0);
    }

    /** A copy that goes on by itself. */
    Movement(Movement other) {
        mobility = other.mobility;
        layout = other.layout;
        roster = other.roster;
        key = other.key;
        x = other.x.clone();
        y = other.y.clone();
        moved = other.moved.clone();
        leg = other.leg.clone();
        fromX = other.fromX.clone();
        fromY = other.fromY.clone();
        startMillis = other.startMillis.clone();
        arrivalMillis = other.arrivalMillis.clone();
    }

    /** Moves all UEs to where they are at a time, which must not be earlier than the last. */
    void moveTo(long millis) {
        for (int ue = 0; ue < x.length; ue++) {
            double beforeX = x[ue];
            double beforeY = y[ue];
            switch (mobility.get(roster.twinOf(ue))) {
                case Mobility.Resting _ -> {
                    continue;
                }
                case Mobility.RandomWaypoint waypoint -> walk(ue, waypoint, millis);
                case Mobility.Platoon platoon -> drive(ue, platoon, millis);
            }
            double dx = x[ue] - beforeX;
            double dy = y[ue] - beforeY;
            moved[ue] = Math.sqrt(dx * dx + dy * dy);
        }
    }

    private void walk(int ue, Mobility.RandomWaypoint waypoint, long millis) {
        double metresPerMilli = waypoint.kilometresPerHour() / 3600;
        while (millis >= arrivalMillis[ue] + waypoint.restMillis()) {
            fromX[ue] = targetX(ue, leg[ue]);
            fromY[ue] = targetY(ue, leg[ue]);
            leg[ue]++;
            startMillis[ue] = Math.max(0, arrivalMillis[ue] + waypoint.restMillis());
            Point target = new Point(targetX(ue, leg[ue]), targetY(ue, leg[ue]));
            // At least a millisecond, so that a target at hand cannot hold the loop.
            arrivalMillis[ue] = startMillis[ue] + Math.max(1, target.distanceTo(fromX[ue], fromY[ue]) / metresPerMilli);
        }
        double part = Math.min(1, (millis - startMillis[ue]) / (arrivalMillis[ue] - startMillis[ue]));
        x[ue] = fromX[ue] + part * (targetX(ue, leg[ue]) - fromX[ue]);
        y[ue] = fromY[ue] + part * (targetY(ue, leg[ue]) - fromY[ue]);
    }

    private void drive(int ue, Mobility.Platoon platoon, long millis) {
        int place = ue - roster.firstUe(roster.twinOf(ue));
        double length = platoon.from().distanceTo(platoon.to().x(), platoon.to().y());
        double driven = platoon.kilometresPerHour() / 3600 * millis - place * platoon.headwayMetres();
        double along = driven;
        if (driven > 0) {
            double lap = driven % (2 * length);
            along = lap <= length ? lap : 2 * length - lap;
        }
        x[ue] = platoon.from().x()
                + along / length * (platoon.to().x() - platoon.from().x());
        y[ue] = platoon.from().y()
                + along / length * (platoon.to().y() - platoon.from().y());
    }

    private double targetX(int ue, long number) {
        double low = layout.low().x();
        return low + Chance.uniform(key[ue], 2 * number) * (layout.high().x() - low);
    }

    private double targetY(int ue, long number) {
        double low = layout.low().y();
        return low + Chance.uniform(key[ue], 2 * number + 1) * (layout.high().y() - low);
    }

    double x(int ue) {
        return x[ue];
    }

    double y(int ue) {
        return y[ue];
    }

    /** Distance that a UE moved in the last {@link #moveTo}. */
    double moved(int ue) {
        return moved[ue];
    }

    long digest(long seed) {
        return Chance.mix(Chance.mix(seed + Arrays.hashCode(x)) + Arrays.hashCode(y));
    }
}
