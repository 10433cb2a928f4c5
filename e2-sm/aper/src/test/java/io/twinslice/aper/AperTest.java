package io.twinslice.aper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of X.691 that E2 uses, by worked examples and by reading back random values. */
class AperTest {
    private static final Codec<Integer> OCTET = new Codec<>() {
        @Override
        public void encode(Integer value, BitWriter out) {
            out.integer(value, 0, 255);
        }

        @Override
        public Integer decode(BitReader in) throws DecodeException {
            return (int) in.integer("octet", 0, 255);
        }
    };

    private static BitReader reader(String hex) throws DecodeException {
        return new BitReader("X", Octets.ofHex(hex).toByteArray(), DecodeLimits.STANDARD);
    }

    /** X.691 clause 11.8 and X.690 clause 8.3: two's complement in the fewest octets. */
    @ParameterizedTest
    @CsvSource({"0,0100", "127,017f", "128,020080", "-1,01ff", "-128,0180", "-129,02ff7f", "65536,03010000"})
    void unboundedIntegersAreMinimal(long value, String hex) throws DecodeException {
        BitWriter out = new BitWriter();
        out.integer(value);

        assertThat(out.toOctets().toHex()).isEqualTo(hex);
        assertThat(reader(hex).integer("i")).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"00,0", "02000a,10", "0900000000000000007f,127", "0affffffffffffffffffff,-1"})
    void integersInMoreOctetsThanNeededAndInNoneAreRead(String hex, long value) throws DecodeException {
        assertThat(reader(hex).integer("i")).isEqualTo(value);
    }

    @Test
    void anIntegerBeyondSixtyFourBitsIsRefused() {
        assertThatThrownBy(() -> reader("09010000000000000000").integer("i"))
                .isInstanceOf(DecodeException.class)
                .hasMessage("X.i at bit 8: an INTEGER of 9 octets is beyond 64 bits");
    }

    /** X.691 clause 11.5.7: bit field, aligned octet, two aligned octets, or a length before minimal octets. */
    @ParameterizedTest
    @CsvSource({
        "0,0,0,00",
        "3,0,4,60",
        "200,0,255,c8",
        "256,1,65536,00ff",
        "1,1,4294967295,0000",
        "257,1,4294967295,400100",
        "4294967295,0,4294967295,c0ffffffff",
        "68719476735,0,68719476735,800fffffffff"
    })
    void boundedIntegersTakeTheFieldOfTheirRange(long value, long lower, long upper, String hex)
            throws DecodeException {
        BitWriter out = new BitWriter();
        out.integer(value, lower, upper);

        assertThat(out.toOctets().toHex()).isEqualTo(hex);
        assertThat(reader(hex).integer("i", lower, upper)).isEqualTo(value);
    }

    /** Two octets carry 4096, the type does not. */
    @Test
    void aValueAboveItsRangeIsRefusedThoughItsFieldCouldHoldIt() {
        assertThatThrownBy(() -> reader("1000").integer("ranFunctionID", 0, 4095))
                .isInstanceOf(DecodeException.class)
                .hasMessage("X.ranFunctionID at bit 16: 4096 is outside 0..4095");
    }

    @ParameterizedTest
    @CsvSource({"0,00", "1,03800001", "-1,03c00001", "2.5,0380ff05", "8,03800301", "Infinity,0140", "NaN,0142"})
    void realsAreBinaryWithOddMantissa(double value, String hex) throws DecodeException {
        BitWriter out = new BitWriter();
        out.real(value);

        assertThat(out.toOctets().toHex()).isEqualTo(hex);
        assertThat(reader(hex).real("r")).isEqualTo(Double.valueOf(value));
    }

    @ParameterizedTest
    @CsvSource({
        "0380ff02,1", // even mantissa
        "0481000001,1", // exponent of two octets
        "05820000000a,10", // exponent of three octets
        "0383010001,", // exponent length in an octet of its own, mantissa missing
        "0483010001,1", // exponent length in an octet of its own
        "03900101,8", // base 8
        "03a00101,16", // base 16
        "03840001,2", // scaling factor 1
        "0603312e32452d,", // not a number
        "0603312e324532,120", // NR3
        "03023132,12" // NR2
    })
    void realsInOtherFormsAreReadOrRefused(String hex, Double value) throws DecodeException {
        if (value == null) {
            assertThatThrownBy(() -> reader(hex).real("r")).isInstanceOf(DecodeException.class);
        } else {
            assertThat(reader(hex).real("r")).isEqualTo(value);
        }
    }

    @Test
    void randomRealsAreReadBackExactly() throws DecodeException {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            BitWriter out = new BitWriter();
            out.real(value);
            assertThat(new BitReader("X", out.toByteArray(), DecodeLimits.STANDARD).real("r"))
                    .isEqualTo(Double.valueOf(value));
        }
        for (double value : new double[] {Double.MIN_VALUE, Double.MAX_VALUE, -0.0, Double.MIN_NORMAL}) {
            BitWriter out = new BitWriter();
            out.real(value);
            assertThat(new BitReader("X", out.toByteArray(), DecodeLimits.STANDARD).real("r"))
                    .isEqualTo(Double.valueOf(value));
        }
    }

    /** X.691 clause 11.9.3.8: from 16K units on, fragments that a shorter one must end. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 16383, 16384, 16385, 32768, 65535, 65536, 65537, 81920, 100_000})
    void stringsListsAndOpenTypesOfEveryLengthAreReadBack(int length) throws DecodeException {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        Octets octets = Octets.of(content);
        List<Integer> items = new ArrayList<>();
        for (byte octet : content) {
            items.add(octet & 0xFF);
        }
        BitString bits = new BitString(octets, length * 8);
        Codec<Octets> any = octetString();
        BitWriter out = new BitWriter();
        out.bit(true);
        out.octets(octets);
        out.bit(true);
        out.openType(octets, any);
        out.bit(true);
        out.bitString(bits);
        if (length > 0) {
            out.bit(true);
            out.longList(items, OCTET);
        }

        BitReader in = new BitReader("X", out.toByteArray(), DecodeLimits.STANDARD);
        assertThat(in.bool("b")).isTrue();
        assertThat(in.octets("o")).isEqualTo(octets);
        assertThat(in.bool("b")).isTrue();
        assertThat(in.openType("t", any)).isEqualTo(octets);
        assertThat(in.bool("b")).isTrue();
        assertThat(in.bitString("s")).isEqualTo(bits);
        if (length > 0) {
            assertThat(in.bool("b")).isTrue();
            assertThat(in.longList("l", OCTET)).isEqualTo(items);
        }
    }

    private static Codec<Octets> octetString() {
        return new Codec<>() {
            @Override
            public void encode(Octets value, BitWriter out) {
                out.octets(value);
            }

            @Override
            public Octets decode(BitReader in) throws DecodeException {
                return in.octets("octets");
            }
        };
    }

    /** X.691 clause 11.2: an open type without content still takes one octet. */
    @Test
    void anEmptyOpenTypeTakesOneOctet() {
        BitWriter out = new BitWriter();
        out.endOpenType(out.beginOpenType());

        assertThat(out.toOctets().toHex()).isEqualTo("0100");
    }

    @Test
    void additionsBeyondTheKnownOnesAreSkipped() throws DecodeException {
        BitWriter out = new BitWriter();
        out.additions(0b101101, 6);
        for (int i = 0; i < 4; i++) {
            out.openType(i, OCTET);
        }
        out.bits(0x2A, 8);

        BitReader in = new BitReader("X", out.toByteArray(), DecodeLimits.STANDARD);
        long present = in.additions();
        assertThat(present).isEqualTo(0b101101);
        assertThat(in.openType("first", OCTET)).isZero();
        in.skipAdditions(present, 1);
        assertThat(in.bits("rest", 8)).isEqualTo(0x2A);
    }

    /** The count alone must not buy memory. */
    @Test
    void aListThatCannotFitItsInputIsRefusedBeforeItIsAllocated() {
        assertThatThrownBy(() -> reader("fffe").list("l", 1, 65535, OCTET))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("65535 items cannot fit the 0 bits that are left");
    }

    @Test
    void inputBeyondTheOctetLimitIsRefused() {
        assertThatThrownBy(() -> new BitReader("X", new byte[11], new DecodeLimits(10, 10, 10)))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("11 octets exceed the limit of 10");
    }

    @Test
    void nestingBeyondTheDepthLimitIsRefused() throws DecodeException {
        BitReader in = new BitReader("X", new byte[1], new DecodeLimits(10, 10, 2));
        in.enter("a");
        in.enter("b");

        assertThatThrownBy(() -> in.enter("c"))
                .isInstanceOf(DecodeException.class)
                .hasMessage("X.a.b.c at bit 0: nesting exceeds the limit of 2");
    }

    @Test
    void anErrorNamesThePathAndTheBit() throws DecodeException {
        BitReader in = reader("05");
        in.enter("measData");
        in.item(3);

        assertThatThrownBy(() -> in.octets("value"))
                .isInstanceOf(DecodeException.class)
                .hasMessage("X.measData[3].value at bit 8: 40 bits wanted, 0 left");
    }

    @Test
    void aReusedWriterLeavesNoTraceOfTheLastMessage() {
        BitWriter out = new BitWriter(16);
        out.bits(-1, 64);
        out.reset();
        out.bits(0, 3);
        out.align();
        out.bit(false);

        assertThat(out.toOctets().toHex()).isEqualTo("0000");
    }
}
