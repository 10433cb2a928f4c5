package io.twinslice.ccc;

import io.twinslice.e2sm.PlmnIdentity;

/**
 * The cell that is controlled or reported: an NR CGI.
 *
 * <p>E2SM-CCC clause 8.
 *
 * @param nrCellIdentity 36 bits
 */
public record CccCell(PlmnIdentity plmn, long nrCellIdentity) {
    public CccCell {
        if (nrCellIdentity >>> 36 != 0) {
            throw new IllegalArgumentException("an NR cell identity has 36 bits, not " + nrCellIdentity);
        }
    }
}
