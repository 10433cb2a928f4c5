package io.twinslice.ccc;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.FixedList;
import io.twinslice.aper.Octets;
import java.util.List;
import java.util.Optional;

/**
 * E2SM-CCC-IndicationMessage format 2: which policy ratios are in force in cells. Structures of other names may stand
 * in a report; they are passed over.
 *
 * <p>E2SM-CCC clause 8.
 *
 * @param cells at least one
 */
public record CccIndicationMessage(List<CellReport> cells) {
    /** What happened to a structure. */
    public enum ChangeType {
        NONE,
        MODIFICATION,
        ADDITION,
        DELETION
    }

    /** The ratios of one cell; empty when only other structures were reported. */
    public record CellReport(CccCell cell, List<Ratio> ratios) {
        public CellReport {
            ratios = FixedList.copyOf(ratios);
        }
    }

    /**
     * One reported ratio.
     *
     * @param old what was in force before, if the node says it
     */
    public record Ratio(ChangeType change, RrmPolicyRatio ratio, Optional<RrmPolicyRatio> old) {}

    public CccIndicationMessage {
        cells = FixedList.copyOf(cells);
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("a report needs a cell");
        }
    }

    /** The message in JSON. */
    public Octets encode() {
        return IndicationJson.encode(this);
    }

    /** @throws DecodeException when the text is no JSON, or no such message */
    public static CccIndicationMessage decode(Octets octets, DecodeLimits limits) throws DecodeException {
        return IndicationJson.decode(octets, limits);
    }
}
