package io.twinslice.model;

/**
 * What a twin was promised. A promise that does not apply is switched off by its neutral value.
 *
 * @param deadlineMillis a packet delivered later than this after its creation is late; at least 1
 * @param reliability share of packets that must meet the deadline, 0..1 (0 switches the promise off)
 * @param aoiLimitMillis age of information that the twin's state may reach; {@link Integer#MAX_VALUE} switches it off
 * @param minKbitPerSecond rate delivered whenever that much is offered; 0 switches it off
 */
public record Sla(int deadlineMillis, double reliability, int aoiLimitMillis, int minKbitPerSecond) {
    /** Share of a window, in permille, that the age of information may spend above its limit. */
    public static final int AOI_TOLERANCE_PERMILLE = 50;

    private static final double ROUNDING = 1e-9;

    public Sla {
        if (deadlineMillis < 1) {
            throw new IllegalArgumentException("deadlineMillis must be at least 1, not " + deadlineMillis);
        }
        if (!(reliability >= 0 && reliability <= 1)) {
            throw new IllegalArgumentException("reliability must be 0..1, not " + reliability);
        }
        if (aoiLimitMillis < 1) {
            throw new IllegalArgumentException("aoiLimitMillis must be at least 1, not " + aoiLimitMillis);
        }
        if (minKbitPerSecond < 0) {
            throw new IllegalArgumentException("minKbitPerSecond must not be negative, not " + minKbitPerSecond);
        }
    }

    /**
     * Whether a window broke any promise: too many late packets, the state too old for more than
     * {@value #AOI_TOLERANCE_PERMILLE} permille of the window, or less than the promised rate while more was waiting.
     *
     * @param windowMillis length of the reported window
     */
    public boolean isBrokenBy(SliceReport report, int windowMillis) {
        return lateExcess(report) > 0 || aoiExcess(report) > 0 || rateShortfall(report, windowMillis) > 0;
    }

    /** Share of late packets above the promise, 0..1. */
    public double lateExcess(SliceReport report) {
        if (report.packets() == 0) {
            return 0;
        }
        double excess = report.latePackets() / (double) report.packets() - (1 - reliability);
        // 2 late of 20 keep a promise of 0.9, whatever binary fractions say.
        return excess > ROUNDING ? excess : 0;
    }

    /** Share of the window that the age of information spent above its limit, less the tolerance, 0..1. */
    public double aoiExcess(SliceReport report) {
        return aoiLimitMillis == Integer.MAX_VALUE
                ? 0
                : Math.max(0, report.aoiOverLimitPermille() - AOI_TOLERANCE_PERMILLE) / 1000.0;
    }

    /** Share of the promised (or, if less, demanded) volume that was not delivered, 0..1. */
    public double rateShortfall(SliceReport report, int windowMillis) {
        double promisedKbit = minKbitPerSecond * (windowMillis / 1000.0);
        double demandedKbit = Math.min(promisedKbit, report.deliveredKbit() + (double) report.bufferedKbit());
        return demandedKbit <= 0 ? 0 : Math.max(0, 1 - report.deliveredKbit() / demandedKbit);
    }
}
