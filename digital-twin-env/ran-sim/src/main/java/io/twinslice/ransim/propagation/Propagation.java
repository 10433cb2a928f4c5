package io.twinslice.ransim.propagation;

/**
 * Path loss, probability of line of sight and shadowing between a base station and a UE (TR 38.901 clauses 7.4.1, 7.4.2
 * and 7.4.4, tables 7.4.1-1, 7.4.2-1 and 7.5-6).
 *
 * <p>Distances are horizontal (d2D); the slant distance follows from the heights. Nearer than the least distance of a
 * scenario counts as that distance; beyond its largest the formulas are continued.
 */
public sealed interface Propagation permits UrbanMacro, UrbanMicro, Factory, IndoorOffice {
    /** Carrier in GHz. */
    double carrierGhz();

    /** Height of the base station's antenna in metres. */
    double baseHeight();

    /** Height of the UE in metres. */
    double ueHeight();

    /** Path loss in dB with line of sight. */
    double losDb(double metres);

    /** Path loss in dB without line of sight, never below {@link #losDb}. */
    double nlosDb(double metres);

    /** Probability of line of sight, 0..1. */
    double losProbability(double metres);

    /** Standard deviation of the shadowing in dB. */
    double shadowingDb(boolean lineOfSight);

    /** Distance in metres over which the correlation of the shadowing falls to 1/e. */
    double correlationMetres(boolean lineOfSight);

    /** Distance in metres over which line of sight stays what it is (clause 7.6.3.3, table 7.6.3.1-2). */
    double losCorrelationMetres();

    /** Path loss in dB without shadowing. */
    default double pathLossDb(double metres, boolean lineOfSight) {
        return lineOfSight ? losDb(metres) : nlosDb(metres);
    }
}
