package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import java.util.Optional;

/**
 * A parameter that a report or an insert indication shall carry.
 *
 * @param content what is wanted of a list or structure (an extension addition)
 */
public record RequestedParameter(long id, Optional<ParameterDefinition.Content> content) {
    static final Codec<RequestedParameter> CODEC = new RequestedParameterCodec();
}

/** Both directions of {@link RequestedParameter}. */
final class RequestedParameterCodec implements Codec<RequestedParameter> {
    @Override
    public void encode(RequestedParameter value, BitWriter out) {
        out.bit(value.content().isPresent());
        RanParameter.id(value.id(), out);
        ParameterDefinition.definition(value.content(), out);
    }

    @Override
    public RequestedParameter decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        return new RequestedParameter(
                RanParameter.id("ranParameter-ID", in), ParameterDefinition.definition(extended, in));
    }
}
