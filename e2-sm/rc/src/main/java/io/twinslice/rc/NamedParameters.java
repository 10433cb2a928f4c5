package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A SEQUENCE of identifier, name and an optional list of parameters, in the RAN function definition: a control action,
 * an insert indication, a breakpoint of a call process.
 *
 * @param fields names of its three fields in the schema, for what is said of malformed ones
 */
record NamedParameters<R>(
        List<String> fields,
        Make<R> make,
        ToLongFunction<R> id,
        Function<R, String> name,
        Function<R, List<ParameterDefinition>> parameters)
        implements Codec<R> {
    /** The constructor of the record. */
    @FunctionalInterface
    interface Make<R> {
        R of(long id, String name, List<ParameterDefinition> parameters);
    }

    @Override
    public void encode(R value, BitWriter out) {
        List<ParameterDefinition> listed = parameters.apply(value);
        out.bit(false);
        out.bit(!listed.isEmpty());
        RanParameter.shortId(id.applyAsLong(value), out);
        out.string(name.apply(value), 1, 150);
        if (!listed.isEmpty()) {
            out.list(listed, 1, 65535, ParameterDefinition.ITEM);
        }
    }

    @Override
    public R decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(2);
        R item = make.of(
                RanParameter.shortId(fields.get(0), in),
                in.string(fields.get(1), 1, 150),
                (preamble & 1) != 0 ? in.list(fields.get(2), 1, 65535, ParameterDefinition.ITEM) : List.of());
        if ((preamble & 2) != 0) {
            in.skipAdditions();
        }
        return item;
    }
}
