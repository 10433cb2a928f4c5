package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import java.util.List;

/**
 * RANFunctionDefinition-Insert-Item.
 *
 * <p>E2SM-RC clause 9.3.
 */
public record InsertStyle(
        long type,
        String name,
        long eventTriggerStyle,
        long actionFormat,
        List<Indication> indications,
        long headerFormat,
        long messageFormat,
        long callProcessIdFormat) {
    static final Codec<InsertStyle> CODEC = new InsertStyleCodec();

    public InsertStyle {
        indications = FixedList.copyOf(indications);
    }

    /** The list inside its SEQUENCE. */
    static final Codec<List<InsertStyle>> LIST = new ListInSequence<>("ric-InsertStyle-List", 1, 63, CODEC);
    /** RANFunctionDefinition-Insert-Indication-Item. */
    public record Indication(long id, String name, List<ParameterDefinition> parameters) {
        static final Codec<Indication> CODEC = new NamedParameters<>(
                List.of("ric-InsertIndication-ID", "ric-InsertIndication-Name", "ran-InsertIndicationParameters-List"),
                Indication::new,
                Indication::id,
                Indication::name,
                Indication::parameters);

        public Indication {
            parameters = FixedList.copyOf(parameters);
        }
    }
}

/** Both directions of {@link InsertStyle}. */
final class InsertStyleCodec implements Codec<InsertStyle> {
    @Override
    public void encode(InsertStyle value, BitWriter out) {
        out.bit(false);
        out.bit(!value.indications().isEmpty());
        out.integer(value.type());
        out.string(value.name(), 1, 150);
        out.integer(value.eventTriggerStyle());
        out.integer(value.actionFormat());
        if (!value.indications().isEmpty()) {
            out.list(value.indications(), 1, 65535, InsertStyle.Indication.CODEC);
        }
        out.integer(value.headerFormat());
        out.integer(value.messageFormat());
        out.integer(value.callProcessIdFormat());
    }

    @Override
    public InsertStyle decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(2);
        InsertStyle item = new InsertStyle(
                in.integer("ric-InsertStyle-Type"),
                in.string("ric-InsertStyle-Name", 1, 150),
                in.integer("ric-SupportedEventTriggerStyle-Type"),
                in.integer("ric-ActionDefinitionFormat-Type"),
                (preamble & 1) != 0
                        ? in.list("ric-InsertIndication-List", 1, 65535, InsertStyle.Indication.CODEC)
                        : List.of(),
                in.integer("ric-IndicationHeaderFormat-Type"),
                in.integer("ric-IndicationMessageFormat-Type"),
                in.integer("ric-CallProcessIDFormat-Type"));
        if ((preamble & 2) != 0) {
            in.skipAdditions();
        }
        return item;
    }
}
