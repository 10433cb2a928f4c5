package io.twinslice.ransim.lte;

/**
 * The quota of a slice as shares of the usable PRBs.
 *
 * @param dedicated reserved and never lent, 0..min
 * @param min guaranteed when needed, including {@code dedicated}; 0..max
 * @param max ceiling, 0..1
 */
public record PolicyQuota(double dedicated, double min, double max) {
    public PolicyQuota {
        if (!(dedicated >= 0 && dedicated <= min && min <= max && max <= 1)) {
            throw new IllegalArgumentException(
                    "not 0 <= dedicated <= min <= max <= 1: " + dedicated + ", " + min + ", " + max);
        }
    }
}
