package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;

/**
 * A RAN parameter with its content, as it stands in control messages, indications and structures.
 *
 * @param id 1..4294967295 by the text in force; meaning by E2SM-RC clause 8
 */
public record RanParameter(long id, RanParameterContent content) {
    public static final Codec<RanParameter> CODEC = new RanParameterCodec();

    /** INTEGER (1..4294967295, ...), as RAN parameter and call process ids are. */
    static void id(long id, BitWriter out) {
        out.extensibleInteger(id, 1, 0xFFFF_FFFFL);
    }

    static long id(String name, BitReader in) throws DecodeException {
        return in.extensibleInteger(name, 1, 0xFFFF_FFFFL);
    }

    /** INTEGER (1..65535, ...), as action and indication ids are. */
    static void shortId(long id, BitWriter out) {
        out.extensibleInteger(id, 1, 65535);
    }

    static long shortId(String name, BitReader in) throws DecodeException {
        return in.extensibleInteger(name, 1, 65535);
    }
}

/** Both directions of {@link RanParameter}. */
final class RanParameterCodec implements Codec<RanParameter> {
    @Override
    public void encode(RanParameter value, BitWriter out) {
        out.bit(false);
        RanParameter.id(value.id(), out);
        RanParameterContent.CODEC.encode(value.content(), out);
    }

    @Override
    public RanParameter decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        RanParameter parameter = new RanParameter(
                RanParameter.id("ranParameter-ID", in), in.field("ranParameter-valueType", RanParameterContent.CODEC));
        if (extended) {
            in.skipAdditions();
        }
        return parameter;
    }
}
