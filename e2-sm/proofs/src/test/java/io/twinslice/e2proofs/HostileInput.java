package io.twinslice.e2proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.twinslice.aper.AsSent;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.PeerDialect;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * What must hold of any octets whatever: they are decoded or refused by a {@link DecodeException}, at a price in
 * proportion to their length; what is decoded can be written, and reads as the same value again.
 */
final class HostileInput {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Octets that one octet of input may cost: eight list items of a bit each, as records in a list. */
    private static final long PRICE = 4096;

    /** What a decode may cost in any case: its reader and its exception. */
    private static final long BASE = 1 << 20;

    private HostileInput() {}

    /** A decoder of any kind. */
    interface Reading<T> {
        T read() throws DecodeException;
    }

    /** What {@code reading} makes of {@code octets} octets; empty when they are refused. */
    static <T> Optional<T> price(int octets, Reading<T> reading) {
        long most = BASE + PRICE * octets;
        Measured<T> first = measure(reading);
        // The first reading also pays for the classes that it loads.
        Measured<T> measured = first.cost > most ? measure(reading) : first;
        if (measured.cost > most) {
            throw new AssertionError(octets + " octets of input cost " + measured.cost + " octets of memory");
        }
        return measured.read;
    }

    private record Measured<T>(Optional<T> read, long cost) {}

    private static <T> Measured<T> measure(Reading<T> reading) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Optional<T> read;
        try {
            read = Optional.of(reading.read());
        } catch (DecodeException expected) {
            read = Optional.empty();
        }
        return new Measured<>(read, THREADS.getCurrentThreadAllocatedBytes() - before);
    }

    /** Whether {@code octets} are a value of {@code codec}. */
    static <T> boolean decodes(Codec<T> codec, byte[] octets) {
        Optional<T> value = price(octets.length, () -> codec.fromOctets("input", octets, DecodeLimits.STANDARD));
        for (PeerDialect dialect : PeerDialect.values()) {
            Optional<AsSent<T>> sent =
                    price(octets.length, () -> AsSent.read(codec, "input", octets, DecodeLimits.STANDARD, dialect));
            sent.ifPresent(read -> isReadAgain(codec, read, dialect));
            if (dialect == PeerDialect.STANDARD) {
                assertThat(sent.map(AsSent::value)).isEqualTo(value);
            }
        }
        return value.isPresent();
    }

    private static <T> void isReadAgain(Codec<T> codec, AsSent<T> sent, PeerDialect dialect) {
        byte[] again = sent.toOctets(codec, dialect);
        try {
            AsSent<T> second = AsSent.read(codec, "again", again, new DecodeLimits(1 << 24, 1 << 20, 200), dialect);
            assertThat(second.toOctets(codec, dialect)).isEqualTo(again);
        } catch (DecodeException e) {
            throw new AssertionError("the encoding of a decoded value does not decode", e);
        }
    }
}
