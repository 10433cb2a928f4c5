package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import java.util.List;
import java.util.Optional;

/**
 * RANParameter-ValueType: an element, a structure of named parameters or a list of structures, nested at will.
 *
 * <p>E2SM-RC clause 9.3.
 */
public sealed interface RanParameterContent {
    Codec<RanParameterContent> CODEC = new RanParameterContentCodec();

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
            parameters = FixedList.copyOf(parameters);
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
            items = FixedList.copyOf(items);
        }
    }
}

/** Both directions of {@link RanParameterContent}. */
final class RanParameterContentCodec implements Codec<RanParameterContent> {
    private static final int ROOT = 4;

    @Override
    public void encode(RanParameterContent value, BitWriter out) {
        switch (value) {
            case RanParameterContent.KeyElement element -> {
                out.choice(0, ROOT);
                RanParameterCodecs.KEY_ELEMENT.encode(element.value(), out);
            }
            case RanParameterContent.Element element -> {
                out.choice(1, ROOT);
                out.bits(element.value().isPresent() ? 1 : 0, 2);
                if (element.value().isPresent()) {
                    RanParameterValue.CODEC.encode(element.value().get(), out);
                }
            }
            case RanParameterContent.Structure structure -> {
                out.choice(2, ROOT);
                RanParameterCodecs.STRUCTURE.encode(structure, out);
            }
            case RanParameterContent.Structures structures -> {
                out.choice(3, ROOT);
                RanParameterCodecs.LIST.encode(structures.items(), out);
            }
        }
    }

    @Override
    public RanParameterContent decode(BitReader in) throws DecodeException {
        return switch (in.choice("ranParameter-valueType", ROOT)) {
            case 0 ->
                new RanParameterContent.KeyElement(in.field("ranP-Choice-ElementTrue", RanParameterCodecs.KEY_ELEMENT));
            case 1 -> element(in);
            case 2 -> in.field("ranP-Choice-Structure", RanParameterCodecs.STRUCTURE);
            case 3 -> new RanParameterContent.Structures(in.field("ranP-Choice-List", RanParameterCodecs.LIST));
            default -> throw in.malformed("ranParameter-valueType", "a parameter of unknown kind");
        };
    }

    private RanParameterContent.Element element(BitReader in) throws DecodeException {
        int preamble = in.preamble(2);
        RanParameterContent.Element element = new RanParameterContent.Element(
                (preamble & 1) != 0
                        ? Optional.of(in.field("ranP-Choice-ElementFalse", RanParameterValue.CODEC))
                        : Optional.empty());
        if ((preamble & 2) != 0) {
            in.skipAdditions();
        }
        return element;
    }
}
