package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import java.util.List;
import java.util.Optional;

/** RANParameter-ValueType: an element, a structure of named parameters or a list of structures, nested at will. */
public sealed interface RanParameterContent {
    Codec<RanParameterContent> CODEC = new Codec<>() {
        private static final int ROOT = 4;

        @Override
        public void encode(RanParameterContent value, BitWriter out) {
            switch (value) {
                case KeyElement element -> {
                    out.choice(0, ROOT);
                    KEY_ELEMENT.encode(element.value, out);
                }
                case Element element -> {
                    out.choice(1, ROOT);
                    out.bits(element.value.isPresent() ? 1 : 0, 2);
                    if (element.value.isPresent()) {
                        RanParameterValue.CODEC.encode(element.value.get(), out);
                    }
                }
                case Structure structure -> {
                    out.choice(2, ROOT);
                    STRUCTURE.encode(structure, out);
                }
                case Structures structures -> {
                    out.choice(3, ROOT);
                    LIST.encode(structures.items, out);
                }
            }
        }

        @Override
        public RanParameterContent decode(BitReader in) throws DecodeException {
            return switch (in.choice("ranParameter-valueType", ROOT)) {
                case 0 -> new KeyElement(in.field("ranP-Choice-ElementTrue", KEY_ELEMENT));
                case 1 -> element(in);
                case 2 -> in.field("ranP-Choice-Structure", STRUCTURE);
                case 3 -> new Structures(in.field("ranP-Choice-List", LIST));
                default -> throw in.malformed("ranParameter-valueType", "a parameter of unknown kind");
            };
        }

        private Element element(BitReader in) throws DecodeException {
            int preamble = in.preamble(2);
            Element element = new Element(
                    (preamble & 1) != 0
                            ? Optional.of(in.field("ranP-Choice-ElementFalse", RanParameterValue.CODEC))
                            : Optional.empty());
            if ((preamble & 2) != 0) {
                in.skipAdditions();
            }
            return element;
        }
    };

    /** ElementTrue: an element that is a key of its list. */
    record KeyElement(RanParameterValue value) implements RanParameterContent {}

    /** ElementFalse: an element that is no key. */
    record Element(Optional<RanParameterValue> value) implements RanParameterContent {
        public Element(RanParameterValue value) {
            this(Optional.of(value));
        }
    }

    /**
     * RANParameter-STRUCTURE.
     *
     * @param parameters empty when absent
     */
    record Structure(List<RanParameter> parameters) implements RanParameterContent {
        public Structure {
            parameters = List.copyOf(parameters);
        }

        public Structure(RanParameter... parameters) {
            this(List.of(parameters));
        }
    }

    /**
     * RANParameter-LIST.
     *
     * @param items at least one
     */
    record Structures(List<Structure> items) implements RanParameterContent {
        public Structures {
            items = List.copyOf(items);
        }
    }

    /** ranParameter-value inside its SEQUENCE. */
    Codec<RanParameterValue> KEY_ELEMENT = Codec.sequence("ranParameter-value", RanParameterValue.CODEC);

    /** RANParameter-STRUCTURE, as it stands in a list. */
    Codec<Structure> STRUCTURE_ITEM = new Codec<>() {
        @Override
        public void encode(Structure value, BitWriter out) {
            out.bits(value.parameters.isEmpty() ? 0 : 1, 2);
            if (!value.parameters.isEmpty()) {
                out.list(value.parameters, 1, 65535, RanParameter.CODEC);
            }
        }

        @Override
        public Structure decode(BitReader in) throws DecodeException {
            int preamble = in.preamble(2);
            Structure structure = new Structure(
                    (preamble & 1) != 0
                            ? in.list("sequence-of-ranParameters", 1, 65535, RanParameter.CODEC)
                            : List.of());
            if ((preamble & 2) != 0) {
                in.skipAdditions();
            }
            return structure;
        }
    };

    /** RANParameter-STRUCTURE inside its SEQUENCE. */
    Codec<Structure> STRUCTURE = Codec.sequence("ranParameter-Structure", STRUCTURE_ITEM);

    /** RANParameter-LIST inside its SEQUENCE. */
    Codec<List<Structure>> LIST = Codec.sequence("ranParameter-List", new Codec<>() {
        @Override
        public void encode(List<Structure> value, BitWriter out) {
            out.bit(false);
            out.list(value, 1, 65535, STRUCTURE_ITEM);
        }

        @Override
        public List<Structure> decode(BitReader in) throws DecodeException {
            boolean extended = in.bool("extension bit");
            List<Structure> items = in.list("list-of-ranParameter", 1, 65535, STRUCTURE_ITEM);
            if (extended) {
                in.skipAdditions();
            }
            return items;
        }
    });
}
