package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import io.twinslice.e2sm.Cgi;
import java.util.List;
import java.util.Optional;

/**
 * EventTrigger-Cell-Info-Item: a cell or a group of cells that an event concerns.
 *
 * <p>E2SM-RC clause 9.3.
 *
 * @param or combines with the condition before: by "or" when true
 */
public record CellSelection(long id, Target target, Optional<Boolean> or) {
    static final Codec<CellSelection> CODEC = new CellSelectionCodec();

    /** The list inside its SEQUENCE. */
    static final Codec<List<CellSelection>> LIST = new ListInSequence<>("cellInfo-List", 1, 65535, CODEC);

    /**
     * The cell itself, or whichever passes the tests.
     *
     * @param cell absent for a group
     * @param tests at least one for a group, none for a cell
     */
    public record Target(Optional<Cgi> cell, List<RanParameterTest> tests) {
        static final Codec<Target> CODEC = new Codec<>() {
            @Override
            public void encode(Target value, BitWriter out) {
                out.choice(value.cell.isPresent() ? 0 : 1, 2);
                out.bit(false);
                if (value.cell.isPresent()) {
                    Cgi.CODEC.encode(value.cell.get(), out);
                } else {
                    RanParameterTest.LIST.encode(value.tests, out);
                }
            }

            @Override
            public Target decode(BitReader in) throws DecodeException {
                int choice = in.choice("cellType", 2);
                if (choice > 1) {
                    throw in.malformed("cellType", "neither individual nor group");
                }
                boolean extended = in.extensionBit();
                Target target = choice == 0
                        ? new Target(Optional.of(in.field("cellGlobalID", Cgi.CODEC)), List.of())
                        : new Target(Optional.empty(), in.field("ranParameterTesting", RanParameterTest.LIST));
                if (extended) {
                    in.skipAdditions();
                }
                return target;
            }
        };

        public Target {
            tests = FixedList.copyOf(tests);
            if (cell.isPresent() && !tests.isEmpty()) {
                throw new IllegalArgumentException("a cell is named or tested, not both");
            }
        }
    }
}

/** Both directions of {@link CellSelection}. */
final class CellSelectionCodec implements Codec<CellSelection> {
    @Override
    public void encode(CellSelection value, BitWriter out) {
        out.bit(false);
        out.bit(value.or().isPresent());
        RanParameter.shortId(value.id(), out);
        CellSelection.Target.CODEC.encode(value.target(), out);
        if (value.or().isPresent()) {
            LogicalOr.encode(value.or().get(), out);
        }
    }

    @Override
    public CellSelection decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(2);
        CellSelection item = new CellSelection(
                RanParameter.shortId("eventTriggerCellID", in),
                in.field("cellType", CellSelection.Target.CODEC),
                (preamble & 1) != 0 ? Optional.of(LogicalOr.decode(in)) : Optional.empty());
        if ((preamble & 2) != 0) {
            in.skipAdditions();
        }
        return item;
    }
}
