package io.twinslice.slicing;

import io.twinslice.e2sm.PlmnIdentity;

/**
 * The RRM policy ratio of one slice (E2SM-RC clause 8.4.3.6, TS 28.541 clause 4.3.36), in percent of the cell's PRBs.
 *
 * @param plmn operator whose slice it is
 * @param sst slice/service type, 0..255
 * @param sd slice differentiator; {@link #NO_SD} when the slice has none
 * @param dedicatedPercent reserved for the slice and never lent
 * @param minPercent guaranteed whenever the slice has demand; includes the dedicated part
 * @param maxPercent ceiling
 * @throws IllegalArgumentException unless 0 ≤ dedicated ≤ min ≤ max ≤ 100
 */
public record PrbQuota(PlmnIdentity plmn, int sst, int sd, int dedicatedPercent, int minPercent, int maxPercent) {
    /** The value that TS 23.003 reserves for "no slice differentiator". */
    public static final int NO_SD = 0xFFFFFF;

    public PrbQuota {
        if (sst < 0 || sst > 255 || sd < 0 || sd > NO_SD) {
            throw new IllegalArgumentException("sst must be 0..255 and sd 24 bits, not " + sst + " and " + sd);
        }
        if (dedicatedPercent < 0 || dedicatedPercent > minPercent || minPercent > maxPercent || maxPercent > 100) {
            throw new IllegalArgumentException("a quota needs 0 <= dedicated <= min <= max <= 100, not "
                    + dedicatedPercent + "/" + minPercent + "/" + maxPercent);
        }
    }
}
