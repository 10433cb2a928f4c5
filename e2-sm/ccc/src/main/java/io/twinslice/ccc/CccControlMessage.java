package io.twinslice.ccc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.FixedList;
import io.twinslice.aper.Octets;
import java.util.List;

/**
 * E2SM-CCC-ControlMessage format 2, which changes policy ratios of cells; its header names style 2.
 *
 * <p>E2SM-CCC clause 8.
 *
 * @param cells at least one
 */
public record CccControlMessage(List<CellControl> cells) {
    /** RIC control style of cell configuration. */
    public static final int STYLE = 2;

    /**
     * What changes in one cell.
     *
     * @param changes at least one
     */
    public record CellControl(CccCell cell, List<Change> changes) {
        public CellControl {
            changes = FixedList.copyOf(changes);
            if (changes.isEmpty()) {
                throw new IllegalArgumentException("a cell that is controlled needs a change");
            }
        }
    }

    /**
     * One ratio as it is and as it is to be.
     *
     * @param old what the sender believes to be in force; a node may refuse when it is not
     */
    public record Change(RrmPolicyRatio old, RrmPolicyRatio wanted) {
        /** Sets {@code wanted} whatever is in force. */
        public Change(RrmPolicyRatio wanted) {
            this(wanted, wanted);
        }
    }

    public CccControlMessage {
        cells = FixedList.copyOf(cells);
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("a control message needs a cell");
        }
    }

    /** The control header that goes with every such message. */
    public static Octets header() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putObject("controlHeaderFormat").put("ricStyleType", STYLE);
        return ControlJson.octets(root);
    }

    /** The style that a control header names. */
    public static int styleOf(Octets header, DecodeLimits limits) throws DecodeException {
        return JsonPart.read("E2SM-CCC-ControlHeader", header, limits)
                .member("controlHeaderFormat")
                .number("ricStyleType", 1, Integer.MAX_VALUE);
    }

    /** The message in JSON. */
    public Octets encode() {
        return ControlJson.encode(this);
    }

    /** @throws DecodeException when the text is no JSON, or no such message */
    public static CccControlMessage decode(Octets octets, DecodeLimits limits) throws DecodeException {
        return ControlJson.decode(octets, limits);
    }
}
