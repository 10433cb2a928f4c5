package io.twinslice.e2proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.aper.AsSent;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.PeerDialect;
import io.twinslice.e2ap.Received;
import io.twinslice.grammar.Comparison;
import io.twinslice.grammar.Grammar;
import io.twinslice.grammar.Node;
import io.twinslice.grammar.PlainValues;
import io.twinslice.grammar.RandomValues;
import io.twinslice.grammar.Value;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fast codecs and the slow reader and writer by the productions, which share no code, hold each other to account:
 * over random values of every type, and over octets damaged at random.
 */
class CodecsAgainstGrammarTest {
    private static final DecodeLimits LIMITS = new DecodeLimits(1 << 22, 1 << 20, 200);
    private static final int VALUES = 100;

    static Stream<Arguments> types() {
        return Stream.concat(
                Decoder.ALL.stream().map(each -> Arguments.of(each.grammar(), each.type(), each.codec())),
                Stream.of(Arguments.of(Grammar.E2AP_V3, "E2AP-PDU", new PduCodec())));
    }

    /** A PDU as it is received; what must not be acted on is written again as nothing. */
    private static final class PduCodec implements Codec<byte[]> {
        @Override
        public void encode(byte[] value, io.twinslice.aper.BitWriter out) {
            for (byte octet : value) {
                out.bits(octet, 8);
            }
        }

        @Override
        public byte[] decode(io.twinslice.aper.BitReader in) {
            throw new UnsupportedOperationException("read whole");
        }
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("types")
    void randomValuesComeThroughRecordsUnchanged(Grammar grammar, String type, Codec<?> codec) throws DecodeException {
        comeThroughUnchanged(grammar, type, codec, new RandomValues(grammar, new SplittableRandom(20261121)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("types")
    void extensionAdditionsThatNobodyKnowsComeThroughRecordsUnchanged(Grammar grammar, String type, Codec<?> codec)
            throws DecodeException {
        RandomValues values = new RandomValues(grammar, new SplittableRandom(20261123));
        comeThroughUnchanged(grammar, type, codec, values.withUnknownAdditions());
    }

    private static void comeThroughUnchanged(Grammar grammar, String type, Codec<?> codec, RandomValues values)
            throws DecodeException {
        for (int i = 0; i < VALUES; i++) {
            Value value = values.next(type);
            for (PeerDialect dialect : dialects(type)) {
                byte[] octets = grammar.write(type, value, dialect);
                Node read = grammar.read(type, octets, LIMITS, dialect);
                assertThat(Comparison.difference(read, PlainValues.of(value)))
                        .as("value %d in %s, read slowly", i, dialect)
                        .isEmpty();
                assertThat(again(codec, type, octets, dialect).map(HexFormat.of()::formatHex))
                        .as("value %d in %s: %s", i, dialect, PlainValues.of(value))
                        .contains(HexFormat.of().formatHex(octets));
            }
        }
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("types")
    void damagedOctetsAreReadAlikeOrRefusedByBoth(Grammar grammar, String type, Codec<?> codec) {
        SplittableRandom random = new SplittableRandom(20261122);
        RandomValues values = new RandomValues(grammar, random);
        int accepted = 0;
        for (int i = 0; i < VALUES; i++) {
            byte[] whole = grammar.write(type, values.next(type), PeerDialect.STANDARD);
            for (int round = 0; round < 4; round++) {
                byte[] octets = damaged(whole, random);
                Optional<Node> slow = slow(grammar, type, octets);
                Optional<byte[]> fast;
                try {
                    fast = again(codec, type, octets, PeerDialect.STANDARD);
                } catch (DecodeException e) {
                    // Records refuse more than the productions do: values that make no sense, unknown alternatives.
                    continue;
                }
                accepted++;
                if (fast.isEmpty()) {
                    // A message in error: what stands in its repeated IEs is not looked at.
                    continue;
                }
                assertThat(slow)
                        .as(
                                "records take what the productions refuse: %s",
                                HexFormat.of().formatHex(octets))
                        .isPresent();
                if (Arrays.equals(fast.get(), octets)) {
                    assertSame(grammar, type, codec, slow.orElseThrow());
                }
            }
        }
        assertThat(accepted).isPositive();
    }

    /** Only the length of a bitmap of extension additions is not in the tree. */
    private static void assertSame(Grammar grammar, String type, Codec<?> codec, Node node) {
        byte[] slow = grammar.write(type, node.value(), PeerDialect.STANDARD);
        try {
            assertThat(again(codec, type, slow, PeerDialect.STANDARD)).contains(slow);
            assertThat(Comparison.difference(grammar.read(type, slow, LIMITS), PlainValues.of(node.value())))
                    .isEmpty();
        } catch (DecodeException e) {
            throw new AssertionError("what was read is refused when it is written again", e);
        }
    }

    private static Optional<Node> slow(Grammar grammar, String type, byte[] octets) {
        try {
            return Optional.of(grammar.read(type, octets, LIMITS));
        } catch (DecodeException e) {
            return Optional.empty();
        }
    }

    private static byte[] damaged(byte[] whole, SplittableRandom random) {
        byte[] octets = Arrays.copyOf(whole, random.nextInt(5) == 0 ? random.nextInt(whole.length + 1) : whole.length);
        for (int i = random.nextInt(3); i >= 0 && octets.length > 0; i--) {
            octets[random.nextInt(octets.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return octets;
    }

    /** E2AP is never sent in FlexRIC's old way; the service models are. */
    private static PeerDialect[] dialects(String type) {
        return type.equals("E2AP-PDU") ? new PeerDialect[] {PeerDialect.STANDARD} : PeerDialect.values();
    }

    private static <T> Optional<byte[]> again(Codec<T> codec, String type, byte[] octets, PeerDialect dialect)
            throws DecodeException {
        if (codec instanceof PduCodec) {
            return Received.toOctets(Received.read(octets, LIMITS));
        }
        return Optional.of(AsSent.read(codec, type, octets, LIMITS, dialect).toOctets(codec, dialect));
    }
}
