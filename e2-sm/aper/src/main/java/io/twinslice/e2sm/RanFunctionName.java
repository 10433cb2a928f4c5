package io.twinslice.e2sm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import java.util.OptionalLong;

/**
 * RANfunction-Name: which service model a RAN function speaks.
 *
 * <p>E2SM clause 6.2.
 *
 * @param shortName such as {@code ORAN-E2SM-KPM}; peers disagree about OIDs, so recognise a model by this name
 * @param oid object identifier of the service model in dotted form
 * @param description text for people
 */
public record RanFunctionName(String shortName, String oid, String description, OptionalLong instance) {
    public static final Codec<RanFunctionName> CODEC = new RanFunctionNameCodec();

    /** The name of a node's only instance of a service model. */
    public RanFunctionName(String shortName, String oid, String description) {
        this(shortName, oid, description, OptionalLong.empty());
    }
}

/** Both directions of {@link RanFunctionName}. */
final class RanFunctionNameCodec implements Codec<RanFunctionName> {
    @Override
    public void encode(RanFunctionName value, BitWriter out) {
        out.bits(value.instance().isPresent() ? 1 : 0, 2);
        out.string(value.shortName(), 1, 150);
        out.string(value.oid(), 1, 1000);
        out.string(value.description(), 1, 150);
        if (value.instance().isPresent()) {
            out.integer(value.instance().getAsLong());
        }
    }

    @Override
    public RanFunctionName decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(2);
        RanFunctionName name = new RanFunctionName(
                in.string("ranFunction-ShortName", 1, 150),
                in.string("ranFunction-E2SM-OID", 1, 1000),
                in.string("ranFunction-Description", 1, 150),
                (preamble & 1) != 0 ? OptionalLong.of(in.integer("ranFunction-Instance")) : OptionalLong.empty());
        if ((preamble & 2) != 0) {
            in.skipAdditions();
        }
        return name;
    }
}
