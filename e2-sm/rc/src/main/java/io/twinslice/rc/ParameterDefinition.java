package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import java.util.List;
import java.util.Optional;

/**
 * A RAN parameter that a node supports, with its name and, for lists and structures, what is in it.
 *
 * <p>E2SM-RC clause 9.3.
 *
 * @param id 1..4294967295 by the text in force
 */
public record ParameterDefinition(long id, String name, Optional<Content> content) {
    /** The items of the lists of a RAN function definition: the content is an extension addition. */
    static final Codec<ParameterDefinition> ITEM = new Codec<>() {
        @Override
        public void encode(ParameterDefinition value, BitWriter out) {
            out.bit(value.content.isPresent());
            RanParameter.id(value.id, out);
            out.string(value.name, 1, 150);
            definition(value.content, out);
        }

        @Override
        public ParameterDefinition decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            return new ParameterDefinition(
                    RanParameter.id("ranParameter-ID", in),
                    in.string("ranParameter-name", 1, 150),
                    definition(extended, in));
        }
    };

    /** The items of a definition's content: the content of their own is an optional field. */
    static final Codec<ParameterDefinition> NESTED = new Codec<>() {
        @Override
        public void encode(ParameterDefinition value, BitWriter out) {
            out.bits(value.content.isPresent() ? 1 : 0, 2);
            RanParameter.id(value.id, out);
            out.string(value.name, 1, 150);
            if (value.content.isPresent()) {
                Content.CODEC.encode(value.content.get(), out);
            }
        }

        @Override
        public ParameterDefinition decode(BitReader in) throws DecodeException {
            int preamble = in.preamble(2);
            ParameterDefinition definition = new ParameterDefinition(
                    RanParameter.id("ranParameter-ID", in),
                    in.string("ranParameter-name", 1, 150),
                    (preamble & 1) != 0
                            ? Optional.of(in.field("ranParameter-Definition", Content.CODEC))
                            : Optional.empty());
            if ((preamble & 2) != 0) {
                in.skipAdditions();
            }
            return definition;
        }
    };

    /** An element, or a list or structure whose content the node leaves open. */
    public ParameterDefinition(long id, String name) {
        this(id, name, Optional.empty());
    }

    /** Writes the extension additions of a SEQUENCE whose only one is ranParameter-Definition. */
    static void definition(Optional<Content> content, BitWriter out) {
        if (content.isPresent()) {
            out.additions(1, 1);
            out.openType(content.get(), Content.CODEC);
        }
    }

    static Optional<Content> definition(boolean extended, BitReader in) throws DecodeException {
        if (!extended) {
            return Optional.empty();
        }
        long additions = in.additions();
        Optional<Content> content = (additions & 1) != 0
                ? Optional.of(in.openType("ranParameter-Definition", Content.CODEC))
                : Optional.empty();
        in.skipAdditions(additions, 1);
        return content;
    }

    /**
     * RANParameter-Definition: what is in a list or a structure.
     *
     * @param list whether it is a list (of structures of these parameters) or one structure
     * @param parameters at least one
     */
    public record Content(boolean list, List<ParameterDefinition> parameters) {
        static final Codec<Content> CODEC = new Codec<>() {
            @Override
            public void encode(Content value, BitWriter out) {
                out.bit(false);
                out.choice(value.list ? 0 : 1, 2);
                out.bit(false);
                out.list(value.parameters, 1, 65535, NESTED);
            }

            @Override
            public Content decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                int choice = in.choice("ranParameter-Definition-Choice", 2);
                if (choice > 1) {
                    throw in.malformed("ranParameter-Definition-Choice", "neither list nor structure");
                }
                boolean choiceExtended = in.extensionBit();
                Content content = new Content(choice == 0, in.list("ranParameter", 1, 65535, NESTED));
                if (choiceExtended) {
                    in.skipAdditions();
                }
                if (extended) {
                    in.skipAdditions();
                }
                return content;
            }
        };

        public Content {
            parameters = FixedList.copyOf(parameters);
        }
    }
}
