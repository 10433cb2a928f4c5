package io.twinslice.ransim;

/**
 * How the UEs of a twin hear the cell: a Gaussian in dB between UEs, and an AR(1) process in dB in time.
 *
 * @param meanSnrDb mean SNR over UEs and time, -20..50
 * @param spreadDb standard deviation between UEs, 0..20
 * @param fadingDb standard deviation in time, 0..20
 * @param coherenceMillis time after which the correlation has fallen to 1/e, 0.1..1e6
 */
public record Radio(double meanSnrDb, double spreadDb, double fadingDb, double coherenceMillis) {
    public Radio {
        Range.require("meanSnrDb", meanSnrDb, -20, 50);
        Range.require("spreadDb", spreadDb, 0, 20);
        Range.require("fadingDb", fadingDb, 0, 20);
        Range.require("coherenceMillis", coherenceMillis, 0.1, 1e6);
    }

    /** The same links, all heard this much better. */
    public Radio offset(double snrDb) {
        return new Radio(Math.clamp(meanSnrDb + snrDb, -20, 50), spreadDb, fadingDb, coherenceMillis);
    }
}
