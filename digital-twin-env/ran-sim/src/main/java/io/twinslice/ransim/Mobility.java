package io.twinslice.ransim;

/** How the UEs of a twin move. Its speed decides how fast their channel fades. */
public sealed interface Mobility {
    /** Speed in km/h; 0 at rest, where the coherence time of the twin's {@link Radio} holds. */
    double kilometresPerHour();

    /**
     * Each UE stays at a point drawn evenly from the area.
     *
     * @param indoors whether a wall is between it and the base stations (low-loss penetration)
     */
    record Resting(boolean indoors) implements Mobility {
        @Override
        public double kilometresPerHour() {
            return 0;
        }
    }

    /**
     * Each UE goes to a point drawn evenly from the area, rests, and goes on to the next.
     *
     * @param kilometresPerHour 0.1..500
     * @param restMillis 0..600000
     */
    record RandomWaypoint(double kilometresPerHour, long restMillis) implements Mobility {
        public RandomWaypoint {
            Range.require("kilometresPerHour", kilometresPerHour, 0.1, 500);
            Range.require("restMillis", (double) restMillis, 0, 600_000);
        }
    }

    /**
     * The UEs follow one another along a line, there and back. At the start the first is at the beginning of the line
     * and the others queue behind it.
     *
     * @param kilometresPerHour 0.1..500
     * @param headwayMetres from one UE to the next, 0..1000
     * @param from beginning of the line
     * @param to end of the line, at least a metre from the beginning
     */
    record Platoon(double kilometresPerHour, double headwayMetres, Layout.Point from, Layout.Point to)
            implements Mobility {
        public Platoon {
            Range.require("kilometresPerHour", kilometresPerHour, 0.1, 500);
            Range.require("headwayMetres", headwayMetres, 0, 1000);
            if (from.distanceTo(to.x(), to.y()) < 1) {
                throw new IllegalArgumentException("the line from " + from + " to " + to + " is too short");
            }
        }
    }
}
