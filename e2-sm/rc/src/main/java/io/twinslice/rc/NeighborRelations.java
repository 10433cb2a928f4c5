package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import io.twinslice.aper.Octets;
import io.twinslice.e2sm.Cgi;
import java.util.List;
import java.util.Optional;

/**
 * NeighborRelation-Info: the neighbours of a cell.
 *
 * <p>E2SM-RC clause 9.3.
 */
public record NeighborRelations(Pci pci, Arfcn arfcn, List<Neighbor> neighbors) {
    static final Codec<NeighborRelations> CODEC = new NeighborRelationsCodec();

    public NeighborRelations {
        neighbors = FixedList.copyOf(neighbors);
    }

    private static void fixed(Octets octets, int size, BitWriter out) {
        if (octets.length() != size) {
            throw new IllegalArgumentException(size + " octets wanted, not " + octets);
        }
        out.fixedOctets(octets);
    }

    /** ServingCell-PCI: physical cell identity, 0..1007 in NR, 0..503 by the text in force in E-UTRA. */
    public record Pci(boolean nr, long value) {
        static final Codec<Pci> CODEC = new Codec<>() {
            @Override
            public void encode(Pci pci, BitWriter out) {
                out.choice(pci.nr ? 0 : 1, 2);
                if (pci.nr) {
                    out.integer(pci.value, 0, 1007);
                } else {
                    out.extensibleInteger(pci.value, 0, 503);
                }
            }

            @Override
            public Pci decode(BitReader in) throws DecodeException {
                return switch (in.choice("PCI", 2)) {
                    case 0 -> new Pci(true, in.integer("nR", 0, 1007));
                    case 1 -> new Pci(false, in.extensibleInteger("eUTRA", 0, 503));
                    default -> throw in.malformed("PCI", "an unknown radio technology");
                };
            }
        };
    }

    /** ServingCell-ARFCN: channel number, 0..3279165 in NR, 0..65535 in E-UTRA. */
    public record Arfcn(boolean nr, int value) {
        static final Codec<Arfcn> CODEC = new Codec<>() {
            @Override
            public void encode(Arfcn arfcn, BitWriter out) {
                out.choice(arfcn.nr ? 0 : 1, 2);
                if (arfcn.nr) {
                    NR_ARFCN.encode(arfcn.value, out);
                } else {
                    out.integer(arfcn.value, 0, 65535);
                }
            }

            @Override
            public Arfcn decode(BitReader in) throws DecodeException {
                return switch (in.choice("ARFCN", 2)) {
                    case 0 -> new Arfcn(true, in.field("nR", NR_ARFCN));
                    case 1 -> new Arfcn(false, (int) in.integer("eUTRA", 0, 65535));
                    default -> throw in.malformed("ARFCN", "an unknown radio technology");
                };
            }
        };
    }

    private static final Codec<Integer> NR_ARFCN = Codec.sequence("nRARFCN", new Codec<>() {
        @Override
        public void encode(Integer value, BitWriter out) {
            out.integer(value, 0, 3_279_165);
        }

        @Override
        public Integer decode(BitReader in) throws DecodeException {
            return (int) in.integer("nRARFCN", 0, 3_279_165);
        }
    });
    /** NeighborCell-Item. */
    public sealed interface Neighbor {
        Codec<Neighbor> CODEC = new Codec<>() {
            @Override
            public void encode(Neighbor value, BitWriter out) {
                switch (value) {
                    case NrNeighbor format -> {
                        out.choice(0, 2);
                        NrNeighbor.CODEC.encode(format, out);
                    }
                    case EutraNeighbor format -> {
                        out.choice(1, 2);
                        EutraNeighbor.CODEC.encode(format, out);
                    }
                }
            }

            @Override
            public Neighbor decode(BitReader in) throws DecodeException {

                return switch (in.choice("NeighborCell-Item", 2)) {
                    case 0 -> in.field("ranType-Choice-NR", NrNeighbor.CODEC);
                    case 1 -> in.field("ranType-Choice-EUTRA", EutraNeighbor.CODEC);
                    default -> throw in.malformed("NeighborCell-Item", "an unknown format");
                };
            }
        };
    }
    /**
     * NeighborCell-Item-Choice-NR.
     *
     * @param tac 3 octets
     */
    public record NrNeighbor(
            Cgi.Nr cell,
            int pci,
            Octets tac,
            DuplexMode mode,
            NrFrequency frequency,
            TrueFalse xnEstablished,
            TrueFalse handoverValidated,
            long version)
            implements Neighbor {
        static final Codec<NrNeighbor> CODEC = new Codec<>() {
            @Override
            public void encode(NrNeighbor value, BitWriter out) {
                out.bit(false);
                Cgi.Nr.CODEC.encode(value.cell, out);
                out.integer(value.pci, 0, 1007);
                fixed(value.tac, 3, out);
                DuplexMode.CODEC.encode(value.mode, out);
                NrFrequency.CODEC.encode(value.frequency, out);
                TrueFalse.CODEC.encode(value.xnEstablished, out);
                TrueFalse.CODEC.encode(value.handoverValidated, out);
                out.extensibleInteger(value.version, 1, 65535);
            }

            @Override
            public NrNeighbor decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                NrNeighbor item = new NrNeighbor(
                        in.field("nR-CGI", Cgi.Nr.CODEC),
                        (int) in.integer("nR-PCI", 0, 1007),
                        in.fixedOctets("fiveGS-TAC", 3),
                        in.field("nR-mode-info", DuplexMode.CODEC),
                        in.field("nR-FreqInfo", NrFrequency.CODEC),
                        in.field("x2-Xn-established", TrueFalse.CODEC),
                        in.field("hO-validated", TrueFalse.CODEC),
                        in.extensibleInteger("version", 1, 65535));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }
    /**
     * NeighborCell-Item-Choice-E-UTRA.
     *
     * @param tac 2 octets
     */
    public record EutraNeighbor(
            Cgi.Eutra cell,
            long pci,
            int arfcn,
            Octets tac,
            TrueFalse xnEstablished,
            TrueFalse handoverValidated,
            long version)
            implements Neighbor {
        static final Codec<EutraNeighbor> CODEC = new Codec<>() {
            @Override
            public void encode(EutraNeighbor value, BitWriter out) {
                out.bit(false);
                Cgi.Eutra.CODEC.encode(value.cell, out);
                out.extensibleInteger(value.pci, 0, 503);
                out.integer(value.arfcn, 0, 65535);
                fixed(value.tac, 2, out);
                TrueFalse.CODEC.encode(value.xnEstablished, out);
                TrueFalse.CODEC.encode(value.handoverValidated, out);
                out.extensibleInteger(value.version, 1, 65535);
            }

            @Override
            public EutraNeighbor decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                EutraNeighbor item = new EutraNeighbor(
                        in.field("eUTRA-CGI", Cgi.Eutra.CODEC),
                        in.extensibleInteger("eUTRA-PCI", 0, 503),
                        (int) in.integer("eUTRA-ARFCN", 0, 65535),
                        in.fixedOctets("eUTRA-TAC", 2),
                        in.field("x2-Xn-established", TrueFalse.CODEC),
                        in.field("hO-validated", TrueFalse.CODEC),
                        in.extensibleInteger("version", 1, 65535));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }
    /** NRFrequencyInfo. */
    public record NrFrequency(int arfcn, List<Band> bands, Optional<FrequencyShift> shift) {
        static final Codec<NrFrequency> CODEC = new Codec<>() {
            @Override
            public void encode(NrFrequency value, BitWriter out) {
                out.bit(false);
                out.bit(value.shift.isPresent());
                NR_ARFCN.encode(value.arfcn, out);
                out.list(value.bands, 1, 32, Band.CODEC);
                if (value.shift.isPresent()) {
                    FrequencyShift.CODEC.encode(value.shift.get(), out);
                }
            }

            @Override
            public NrFrequency decode(BitReader in) throws DecodeException {
                int preamble = in.preamble(2);
                NrFrequency item = new NrFrequency(
                        in.field("nrARFCN", NR_ARFCN),
                        in.list("frequencyBand-List", 1, 32, Band.CODEC),
                        (preamble & 1) != 0
                                ? Optional.of(in.field("frequencyShift7p5khz", FrequencyShift.CODEC))
                                : Optional.empty());
                if ((preamble & 2) != 0) {
                    in.skipAdditions();
                }
                return item;
            }
        };

        public NrFrequency {
            bands = FixedList.copyOf(bands);
        }
    }
    /** NRFrequencyBandItem. */
    public record Band(long band, List<SulBand> supplementaryUplink) {
        static final Codec<Band> CODEC = new Codec<>() {
            @Override
            public void encode(Band value, BitWriter out) {
                out.bit(false);
                out.extensibleInteger(value.band, 1, 1024);
                out.list(value.supplementaryUplink, 0, 32, SulBand.CODEC);
            }

            @Override
            public Band decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                Band item = new Band(
                        in.extensibleInteger("freqBandIndicatorNr", 1, 1024),
                        in.list("supportedSULBandList", 0, 32, SulBand.CODEC));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };

        public Band {
            supplementaryUplink = FixedList.copyOf(supplementaryUplink);
        }
    }
    /** SupportedSULFreqBandItem. */
    public record SulBand(long band) {
        static final Codec<SulBand> CODEC = new Codec<>() {
            @Override
            public void encode(SulBand value, BitWriter out) {
                out.bit(false);
                out.extensibleInteger(value.band, 1, 1024);
            }

            @Override
            public SulBand decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                SulBand item = new SulBand(in.extensibleInteger("freqBandIndicatorNr", 1, 1024));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }

    /** nR-mode-info. */
    public enum DuplexMode {
        FDD,
        TDD,
        /** An extension item that the text this end follows does not have; it cannot be sent. */
        UNRECOGNISED;

        static final Codec<DuplexMode> CODEC =
                new Codec.Enumerated<>("nR-mode-info", List.of(values()), 2, DuplexMode::index);

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }

    /** NRFrequencyShift7p5khz: ENUMERATED {false, true, ...}. */
    public enum FrequencyShift {
        FALSE,
        TRUE,
        /** An extension item that the text this end follows does not have; it cannot be sent. */
        UNRECOGNISED;

        static final Codec<FrequencyShift> CODEC =
                new Codec.Enumerated<>("frequencyShift7p5khz", List.of(values()), 2, FrequencyShift::index);

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }
}

/** Both directions of {@link NeighborRelations}. */
final class NeighborRelationsCodec implements Codec<NeighborRelations> {
    @Override
    public void encode(NeighborRelations value, BitWriter out) {
        out.bit(false);
        NeighborRelations.Pci.CODEC.encode(value.pci(), out);
        NeighborRelations.Arfcn.CODEC.encode(value.arfcn(), out);
        out.list(value.neighbors(), 1, 65535, NeighborRelations.Neighbor.CODEC);
    }

    @Override
    public NeighborRelations decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        NeighborRelations item = new NeighborRelations(
                in.field("servingCellPCI", NeighborRelations.Pci.CODEC),
                in.field("servingCellARFCN", NeighborRelations.Arfcn.CODEC),
                in.list("neighborCell-List", 1, 65535, NeighborRelations.Neighbor.CODEC));
        if (extended) {
            in.skipAdditions();
        }
        return item;
    }
}
