package io.twinslice.policy;

/**
 * How one slice is guaranteed its part: a basis, and more as it needs more.
 *
 * @param basis share of the cell that is always guaranteed, 0..1
 * @param gain guaranteed share for each share of the cell that keeping the promise needs, 0..4
 * @param dedicated part of the guarantee that is kept free for the slice even when it is idle, 0..1
 * @param ceiling most of the cell that the slice may have, 0..1; never less than the guarantee
 */
public record SliceTemplate(double basis, double gain, double dedicated, double ceiling) {
    /** Largest gain. */
    public static final double MOST_GAIN = 4;

    public SliceTemplate {
        if (!(basis >= 0 && basis <= 1)
                || !(gain >= 0 && gain <= MOST_GAIN)
                || !(dedicated >= 0 && dedicated <= 1)
                || !(ceiling >= 0 && ceiling <= 1)) {
            throw new IllegalArgumentException(
                    "a template has basis, dedicated part and ceiling of 0..1 and a gain of 0.." + MOST_GAIN + ", not "
                            + basis + ", " + dedicated + ", " + ceiling + " and " + gain);
        }
    }
}
