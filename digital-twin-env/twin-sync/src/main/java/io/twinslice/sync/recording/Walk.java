package io.twinslice.sync.recording;

/**
 * A UE that walks straight on, in a direction that is drawn, and does not leave the ring. Where it is follows from its
 * mean SNR while it was looked at, by the simulator's path loss (128.1 + 37.6 lg R/km), transmit power (46 dBm over 50
 * PRBs) and noise figure (9 dB).
 */
final class Walk {
    private static final double SNR_AT_A_KILOMETRE_DB =
            46 - 10 * StrictMath.log10(50) + 174 - 10 * StrictMath.log10(180e3) - 9 - 128.1;
    private static final double DECADE_DB = 37.6;

    private final double seenMetres;
    private final double seenSeconds;
    private final double along;
    private final double across;
    private final double farthestMetres;

    /**
     * @param seenDb mean SNR around a time
     * @param turn direction, 0..1
     */
    Walk(double seenDb, double seenSeconds, Ns3Trace.Slice slice, double turn) {
        this.seenSeconds = seenSeconds;
        seenMetres = 1000 * StrictMath.pow(10, (SNR_AT_A_KILOMETRE_DB - seenDb) / DECADE_DB);
        along = slice.metresPerSecond() * StrictMath.cos(2 * StrictMath.PI * turn);
        across = slice.metresPerSecond() * StrictMath.sin(2 * StrictMath.PI * turn);
        farthestMetres = Math.max(seenMetres, slice.farthestMetres());
    }

    /** Mean SNR at a time. */
    double snrDb(double seconds) {
        double x = seenMetres + along * (seconds - seenSeconds);
        double y = across * (seconds - seenSeconds);
        double metres = Math.clamp(StrictMath.sqrt(x * x + y * y), 1, farthestMetres);
        return SNR_AT_A_KILOMETRE_DB - DECADE_DB * StrictMath.log10(metres / 1000);
    }
}
