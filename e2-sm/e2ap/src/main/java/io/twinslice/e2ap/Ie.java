package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.Octets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * One row of a message's table of IEs: how it is named on the wire, how its value is encoded and where the message
 * keeps it.
 *
 * @param <M> the message
 */
abstract class Ie<M> implements Codec<Object> {
    final int id;
    final Criticality criticality;
    final boolean mandatory;
    final String name;

    private Ie(int id, Criticality criticality, boolean mandatory, String name) {
        this.id = id;
        this.criticality = criticality;
        this.mandatory = mandatory;
        this.name = name;
    }

    boolean isPresent(M message) {
        return true;
    }

    abstract void encodeOf(M message, BitWriter out);

    /** The IE with its id and criticality. */
    final void encodeWhole(M message, BitWriter out) {
        out.integer(id, 0, 65535);
        Criticality.CODEC.encode(criticality, out);
        int mark = out.beginOpenType();
        encodeOf(message, out);
        out.endOpenType(mark);
    }

    @Override
    public final void encode(Object value, BitWriter out) {
        throw new UnsupportedOperationException("an IE is encoded from its message");
    }

    /** The OCTET STRING {@code value} in its encoding instead of the message's own. */
    final <T> void encodeWhole(Codec<T> codec, T value, BitWriter out) {
        out.integer(id, 0, 65535);
        Criticality.CODEC.encode(criticality, out);
        int mark = out.beginOpenType();
        // A length and octets: the encoding of an OCTET STRING is that of an open type.
        out.openType(value, codec);
        out.endOpenType(mark);
    }

    static <M, T> Ie<M> mandatory(int id, Criticality criticality, String name, Codec<T> codec, Function<M, T> value) {
        return new Ie<>(id, criticality, true, name) {
            @Override
            void encodeOf(M message, BitWriter out) {
                codec.encode(value.apply(message), out);
            }

            @Override
            public Object decode(BitReader in) throws DecodeException {
                return codec.decode(in);
            }
        };
    }

    static <M, T> Ie<M> optional(
            int id, Criticality criticality, String name, Codec<T> codec, Function<M, Optional<T>> value) {
        return new Ie<>(id, criticality, false, name) {
            @Override
            boolean isPresent(M message) {
                return value.apply(message).isPresent();
            }

            @Override
            void encodeOf(M message, BitWriter out) {
                codec.encode(value.apply(message).orElseThrow(), out);
            }

            @Override
            public Object decode(BitReader in) throws DecodeException {
                return codec.decode(in);
            }
        };
    }

    /** An optional list that is absent when it is empty. */
    static <M, T> Ie<M> list(
            int id, Criticality criticality, String name, Codec<List<T>> codec, Function<M, List<T>> value) {
        return new Ie<>(id, criticality, false, name) {
            @Override
            boolean isPresent(M message) {
                return !value.apply(message).isEmpty();
            }

            @Override
            void encodeOf(M message, BitWriter out) {
                codec.encode(value.apply(message), out);
            }

            @Override
            public Object decode(BitReader in) throws DecodeException {
                return codec.decode(in);
            }
        };
    }

    /**
     * An optional list of up to 16 actions, each an IE of its own whose id is the next one, as in all messages that
     * modify a subscription.
     */
    static <M, T> Ie<M> actions(int id, String name, Codec<T> action, Function<M, Optional<List<T>>> value) {
        ItemList<T> list = new ItemList<>(name, 0, 16, id + 1, Criticality.IGNORE, action);
        return optional(id, Criticality.IGNORE, name, list, value);
    }

    /** A mandatory number, which is encoded without boxing. */
    static <M> Ie<M> number(int id, Criticality criticality, NumberCodec codec, ToIntFunction<M> value) {
        return new Ie<>(id, criticality, true, codec.name()) {
            @Override
            void encodeOf(M message, BitWriter out) {
                codec.encodeInt(value.applyAsInt(message), out);
            }

            @Override
            public Object decode(BitReader in) throws DecodeException {
                return IeValues.of(in).number(codec.decodeInt(in));
            }
        };
    }

    static <M> Ie<M> optionalNumber(
            int id, Criticality criticality, NumberCodec codec, Function<M, OptionalInt> value) {
        return new Ie<>(id, criticality, false, codec.name()) {
            @Override
            boolean isPresent(M message) {
                return value.apply(message).isPresent();
            }

            @Override
            void encodeOf(M message, BitWriter out) {
                codec.encodeInt(value.apply(message).getAsInt(), out);
            }

            @Override
            public Object decode(BitReader in) throws DecodeException {
                return IeValues.of(in).number(codec.decodeInt(in));
            }
        };
    }

    static <M> Ie<M> requestId(Function<M, RicRequestId> value) {
        return mandatory(29, Criticality.REJECT, "RICrequestID", RicRequestId.CODEC, value);
    }

    static <M> Ie<M> ranFunctionId(ToIntFunction<M> value) {
        return number(5, Criticality.REJECT, NumberCodec.RAN_FUNCTION_ID, value);
    }

    static <M> Ie<M> transactionId(ToLongFunction<M> value) {
        return new Ie<>(49, Criticality.REJECT, true, "TransactionID") {
            @Override
            void encodeOf(M message, BitWriter out) {
                TransactionId.CODEC.encodeLong(value.applyAsLong(message), out);
            }

            @Override
            public Object decode(BitReader in) throws DecodeException {
                return IeValues.of(in).number(TransactionId.CODEC.decodeLong(in));
            }
        };
    }

    static <M> Ie<M> cause(Criticality criticality, Function<M, Cause> value) {
        return mandatory(1, criticality, "Cause", Cause.CODEC, value);
    }

    static <M> Ie<M> criticalityDiagnostics(Function<M, Optional<CriticalityDiagnostics>> value) {
        return optional(2, Criticality.IGNORE, "CriticalityDiagnostics", CriticalityDiagnostics.CODEC, value);
    }

    static <M> Ie<M> timeToWait(Function<M, Optional<TimeToWait>> value) {
        return optional(31, Criticality.IGNORE, "TimeToWait", TimeToWait.CODEC, value);
    }

    static <M> Ie<M> octets(int id, String name, Function<M, Octets> value) {
        return mandatory(id, Criticality.REJECT, name, OctetsCodec.ANY, value);
    }

    static <M> Ie<M> optionalOctets(int id, String name, Function<M, Optional<Octets>> value) {
        return optional(id, Criticality.REJECT, name, OctetsCodec.ANY, value);
    }
}
