package io.twinslice.model;

/**
 * The RRM policy ratio of one slice (TS 28.541 clause 4.3.36), in percent of the cell's PRBs.
 *
 * @param dedicatedPercent reserved for the slice and never lent, 0..100
 * @param minPercent guaranteed whenever the slice has demand, lent while it has none; includes the dedicated part
 * @param maxPercent ceiling
 * @throws IllegalArgumentException unless 0 ≤ dedicated ≤ min ≤ max ≤ 100
 */
public record PrbQuota(int dedicatedPercent, int minPercent, int maxPercent) {
    public PrbQuota {
        if (dedicatedPercent < 0 || dedicatedPercent > minPercent || minPercent > maxPercent || maxPercent > 100) {
            throw new IllegalArgumentException("a quota needs 0 <= dedicated <= min <= max <= 100, not "
                    + dedicatedPercent + "/" + minPercent + "/" + maxPercent);
        }
    }
}
