package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.FixedList;
import io.twinslice.aper.Octets;
import io.twinslice.e2sm.Cgi;
import io.twinslice.e2sm.UeId;
import java.util.List;
import java.util.Optional;

/**
 * E2SM-RC-IndicationMessage; format 6 is an extension alternative.
 *
 * <p>E2SM-RC clause 9.2.
 */
public sealed interface RcIndicationMessage {
    Codec<RcIndicationMessage> CODEC = new RcIndicationMessageCodec();

    static RcIndicationMessage decode(Octets octets, DecodeLimits limits) throws DecodeException {
        return CODEC.fromOctets("E2SM-RC-IndicationMessage", octets, limits);
    }

    default Octets encode() {
        return CODEC.toOctetString(this);
    }

    /** Format 1: reported parameters. */
    record Parameters(List<RanParameter> parameters) implements RcIndicationMessage {
        static final Codec<Parameters> CODEC = new ListInSequence<>("ranP-Reported-List", 1, 65535, RanParameter.CODEC)
                .as(Parameters::new, Parameters::parameters);

        public Parameters {
            parameters = FixedList.copyOf(parameters);
        }
    }

    /** Format 2: reported parameters of UEs. */
    record UeParameters(List<OfUe> ues) implements RcIndicationMessage {
        static final Codec<UeParameters> CODEC =
                new ListInSequence<>("ueParameter-List", 1, 65535, OfUe.CODEC).as(UeParameters::new, UeParameters::ues);

        public UeParameters {
            ues = FixedList.copyOf(ues);
        }
    }

    /** E2SM-RC-IndicationMessage-Format2-Item. */
    record OfUe(UeId ue, List<RanParameter> parameters) {
        static final Codec<OfUe> CODEC = new Codec<>() {
            @Override
            public void encode(OfUe value, BitWriter out) {
                out.bit(false);
                UeId.CODEC.encode(value.ue, out);
                out.list(value.parameters, 1, 65535, RanParameter.CODEC);
            }

            @Override
            public OfUe decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                OfUe item = new OfUe(in.field("ueID", UeId.CODEC), in.list("ranP-List", 1, 65535, RanParameter.CODEC));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };

        public OfUe {
            parameters = FixedList.copyOf(parameters);
        }
    }

    /** Format 3: cells. */
    record Cells(List<Cell> cells) implements RcIndicationMessage {
        static final Codec<Cells> CODEC =
                new ListInSequence<>("cellInfo-List", 1, 65535, Cell.CODEC).as(Cells::new, Cells::cells);

        public Cells {
            cells = FixedList.copyOf(cells);
        }
    }

    /** E2SM-RC-IndicationMessage-Format3-Item. */
    record Cell(Cgi cell, Optional<Octets> context, Optional<Boolean> deleted, Optional<NeighborRelations> neighbors) {
        static final Codec<Cell> CODEC = new Codec<>() {
            @Override
            public void encode(Cell value, BitWriter out) {
                out.bit(false);
                out.bit(value.context.isPresent());
                out.bit(value.deleted.isPresent());
                out.bit(value.neighbors.isPresent());
                Cgi.CODEC.encode(value.cell, out);
                if (value.context.isPresent()) {
                    out.octets(value.context.get());
                }
                if (value.deleted.isPresent()) {
                    out.bit(value.deleted.get());
                }
                if (value.neighbors.isPresent()) {
                    NeighborRelations.CODEC.encode(value.neighbors.get(), out);
                }
            }

            @Override
            public Cell decode(BitReader in) throws DecodeException {
                int preamble = in.preamble(4);
                Cell item = new Cell(
                        in.field("cellGlobal-ID", Cgi.CODEC),
                        (preamble & 4) != 0 ? Optional.of(in.octets("cellContextInfo")) : Optional.empty(),
                        (preamble & 2) != 0 ? Optional.of(in.bool("cellDeleted")) : Optional.empty(),
                        (preamble & 1) != 0
                                ? Optional.of(in.field("neighborRelation-Table", NeighborRelations.CODEC))
                                : Optional.empty());
                if ((preamble & 8) != 0) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }

    /** Format 4: UEs and cells. */
    record UesAndCells(List<Ue> ues, List<ServingCell> cells) implements RcIndicationMessage {
        static final Codec<UesAndCells> CODEC = new Codec<>() {
            @Override
            public void encode(UesAndCells value, BitWriter out) {
                out.bit(false);
                out.list(value.ues, 0, 65535, Ue.CODEC);
                out.list(value.cells, 0, 65535, ServingCell.CODEC);
            }

            @Override
            public UesAndCells decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                UesAndCells item = new UesAndCells(
                        in.list("ueInfo-List", 0, 65535, Ue.CODEC),
                        in.list("cellInfo-List", 0, 65535, ServingCell.CODEC));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };

        public UesAndCells {
            ues = FixedList.copyOf(ues);
            cells = FixedList.copyOf(cells);
        }
    }

    /** E2SM-RC-IndicationMessage-Format4-ItemUE. */
    record Ue(UeId ue, Optional<Octets> context, Cgi cell) {
        static final Codec<Ue> CODEC = new Codec<>() {
            @Override
            public void encode(Ue value, BitWriter out) {
                out.bit(false);
                out.bit(value.context.isPresent());
                UeId.CODEC.encode(value.ue, out);
                if (value.context.isPresent()) {
                    out.octets(value.context.get());
                }
                Cgi.CODEC.encode(value.cell, out);
            }

            @Override
            public Ue decode(BitReader in) throws DecodeException {
                int preamble = in.preamble(2);
                Ue item = new Ue(
                        in.field("ueID", UeId.CODEC),
                        (preamble & 1) != 0 ? Optional.of(in.octets("ueContextInfo")) : Optional.empty(),
                        in.field("cellGlobal-ID", Cgi.CODEC));
                if ((preamble & 2) != 0) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }

    /** E2SM-RC-IndicationMessage-Format4-ItemCell. */
    record ServingCell(Cgi cell, Optional<Octets> context, Optional<NeighborRelations> neighbors) {
        static final Codec<ServingCell> CODEC = new Codec<>() {
            @Override
            public void encode(ServingCell value, BitWriter out) {
                out.bit(false);
                out.bit(value.context.isPresent());
                out.bit(value.neighbors.isPresent());
                Cgi.CODEC.encode(value.cell, out);
                if (value.context.isPresent()) {
                    out.octets(value.context.get());
                }
                if (value.neighbors.isPresent()) {
                    NeighborRelations.CODEC.encode(value.neighbors.get(), out);
                }
            }

            @Override
            public ServingCell decode(BitReader in) throws DecodeException {
                int preamble = in.preamble(3);
                ServingCell item = new ServingCell(
                        in.field("cellGlobal-ID", Cgi.CODEC),
                        (preamble & 2) != 0 ? Optional.of(in.octets("cellContextInfo")) : Optional.empty(),
                        (preamble & 1) != 0
                                ? Optional.of(in.field("neighborRelation-Table", NeighborRelations.CODEC))
                                : Optional.empty());
                if ((preamble & 4) != 0) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }

    /** Format 5: parameters a control request shall answer. */
    record Requested(List<RanParameter> parameters) implements RcIndicationMessage {
        static final Codec<Requested> CODEC = new ListInSequence<>("ranP-Requested-List", 0, 65535, RanParameter.CODEC)
                .as(Requested::new, Requested::parameters);

        public Requested {
            parameters = FixedList.copyOf(parameters);
        }
    }

    /** Format 6: several inserts of several styles. */
    record Inserts(List<InsertedStyle> styles) implements RcIndicationMessage {
        static final Codec<Inserts> CODEC = new ListInSequence<>("ric-InsertStyle-List", 1, 63, InsertedStyle.CODEC)
                .as(Inserts::new, Inserts::styles);

        public Inserts {
            styles = FixedList.copyOf(styles);
        }
    }

    /** E2SM-RC-IndicationMessage-Format6-Style-Item. */
    record InsertedStyle(long type, List<Inserted> indications) {
        static final Codec<InsertedStyle> CODEC = new OfStyle<>(
                "indicated-Insert-Style-Type",
                "ric-InsertIndication-List",
                Inserted.CODEC,
                InsertedStyle::new,
                InsertedStyle::type,
                InsertedStyle::indications);

        public InsertedStyle {
            indications = FixedList.copyOf(indications);
        }
    }

    /** E2SM-RC-IndicationMessage-Format6-Indication-Item. */
    record Inserted(long indicationId, List<RanParameter> parameters) {
        static final Codec<Inserted> CODEC = new Codec<>() {
            @Override
            public void encode(Inserted value, BitWriter out) {
                out.bit(false);
                RanParameter.shortId(value.indicationId, out);
                out.list(value.parameters, 0, 65535, RanParameter.CODEC);
            }

            @Override
            public Inserted decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                Inserted item = new Inserted(
                        RanParameter.shortId("ric-InsertIndication-ID", in),
                        in.list("ranP-InsertIndication-List", 0, 65535, RanParameter.CODEC));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };

        public Inserted {
            parameters = FixedList.copyOf(parameters);
        }
    }
}

/** Both directions of {@link RcIndicationMessage}. */
final class RcIndicationMessageCodec implements Codec<RcIndicationMessage> {
    @Override
    public void encode(RcIndicationMessage value, BitWriter out) {
        out.bit(false);
        switch (value) {
            case RcIndicationMessage.Parameters format -> {
                out.choice(0, 5, 6);
                RcIndicationMessage.Parameters.CODEC.encode(format, out);
            }
            case RcIndicationMessage.UeParameters format -> {
                out.choice(1, 5, 6);
                RcIndicationMessage.UeParameters.CODEC.encode(format, out);
            }
            case RcIndicationMessage.Cells format -> {
                out.choice(2, 5, 6);
                RcIndicationMessage.Cells.CODEC.encode(format, out);
            }
            case RcIndicationMessage.UesAndCells format -> {
                out.choice(3, 5, 6);
                RcIndicationMessage.UesAndCells.CODEC.encode(format, out);
            }
            case RcIndicationMessage.Requested format -> {
                out.choice(4, 5, 6);
                RcIndicationMessage.Requested.CODEC.encode(format, out);
            }
            case RcIndicationMessage.Inserts format -> {
                out.choice(5, 5, 6);
                out.alternative(format, RcIndicationMessage.Inserts.CODEC);
            }
        }
    }

    @Override
    public RcIndicationMessage decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        RcIndicationMessage format = switch (in.choice("ric-indicationMessage-formats", 5, 6)) {
            case 0 -> in.field("indicationMessage-Format1", RcIndicationMessage.Parameters.CODEC);
            case 1 -> in.field("indicationMessage-Format2", RcIndicationMessage.UeParameters.CODEC);
            case 2 -> in.field("indicationMessage-Format3", RcIndicationMessage.Cells.CODEC);
            case 3 -> in.field("indicationMessage-Format4", RcIndicationMessage.UesAndCells.CODEC);
            case 4 -> in.field("indicationMessage-Format5", RcIndicationMessage.Requested.CODEC);
            case 5 -> in.alternative("indicationMessage-Format6", RcIndicationMessage.Inserts.CODEC);
            default -> throw in.malformed("ric-indicationMessage-formats", "an unknown format");
        };
        if (extended) {
            in.skipAdditions();
        }
        return format;
    }
}
