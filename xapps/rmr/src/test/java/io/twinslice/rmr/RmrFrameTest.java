package io.twinslice.rmr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RmrFrameTest {
    private static final int CAP = 4096;

    private static final RmrMessage MESSAGE = RmrMessage.of(12050, Octets.utf8("payload"))
            .withSubscriptionId(7)
            .withMeid("gnb_001_01_0000a1")
            .withXid("txn-1");

    @Test
    void randomMessagesSurviveTheFrame() throws Exception {
        SplittableRandom random = new SplittableRandom(20260101);
        for (int i = 0; i < 2_000; i++) {
            RmrMessage message = randomMessage(random);
            byte[] frame = RmrFrame.encode(message);
            assertThat(RmrFrame.decode(frame, CAP)).isEqualTo(message);
            assertThat((long) frame.length).isEqualTo(RmrFrame.encodedBytes(message));
        }
    }

    /** The first length and the flags are little-endian, everything else big-endian. */
    @Test
    void theTwoLengthsStandInBothOrders() {
        byte[] frame = RmrFrame.encode(MESSAGE.asCall(2));

        assertThat(ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).getInt(0))
                .isEqualTo(frame.length);
        assertThat(ByteBuffer.wrap(frame).getInt(4)).isEqualTo(frame.length);
        assertThat(frame[8]).isEqualTo((byte) '$');
        assertThat(frame[242]).isEqualTo((byte) 4);
        assertThat(frame[330]).isEqualTo((byte) 2);
    }

    /** An old peer that answers updates the first length alone. */
    @Test
    void theFirstLengthCountsWhenTheTwoDiffer() throws Exception {
        byte[] frame = RmrFrame.encode(MESSAGE);
        ByteBuffer.wrap(frame).putInt(4, 77);

        assertThat(RmrFrame.decode(frame, CAP)).isEqualTo(MESSAGE);
    }

    @Test
    void aLengthBeyondTheCapIsRefused() {
        assertRefused(changed(0, Integer.reverseBytes(CAP + 1)), "announces 4097");
        assertRefused(changed(0, Integer.reverseBytes(Integer.MAX_VALUE)), "announces 2147483647");
        assertRefused(changed(0, -1), "announces -1");
        assertRefused(changed(0, Integer.reverseBytes(329)), "announces 329");
    }

    @Test
    void aFrameCutShortIsRefused() {
        byte[] whole = RmrFrame.encode(MESSAGE);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> RmrFrame.decode(cut, CAP)).isInstanceOf(RmrFormatException.class);
        }
    }

    @Test
    void lengthsInsideTheHeaderThatExceedTheFrameAreRefused() {
        assertRefused(changed(54, 8), "exceed the frame");
        assertRefused(changed(54, -1), "payload length -1");
        assertRefused(changed(246, 279), "header has 279");
        assertRefused(changed(246, Integer.MAX_VALUE), "exceed the frame");
        assertRefused(changed(250, Integer.MAX_VALUE), "exceed the frame");
        assertRefused(changed(254, -5), "d1 length -5");
        assertRefused(changed(258, Integer.MIN_VALUE), "d2 length");
    }

    @Test
    void textFieldsWithoutAnEndOrWithOddOctetsAreRefused() {
        byte[] endless = RmrFrame.encode(MESSAGE);
        java.util.Arrays.fill(endless, 190, 222, (byte) 'x');
        assertRefused(endless, "meid has no NUL");
        byte[] odd = RmrFrame.encode(MESSAGE);
        odd[126] = (byte) 0xc3;
        assertRefused(odd, "offset 126: src holds the octet 195");
    }

    @Test
    void residueBehindTheNulOfATextIsIgnored() throws Exception {
        byte[] frame = RmrFrame.encode(MESSAGE);
        frame[221] = 'x';
        frame[189] = 'x';

        assertThat(RmrFrame.decode(frame, CAP)).isEqualTo(MESSAGE);
    }

    @Test
    void aMessageWithFieldsOutOfRangeCannotBeBuilt() {
        assertThatIllegalArgumentException().isThrownBy(() -> MESSAGE.withMeid("m".repeat(32)));
        assertThatIllegalArgumentException().isThrownBy(() -> MESSAGE.withMeid("a\nb"));
        assertThatIllegalArgumentException().isThrownBy(() -> MESSAGE.withXid(Octets.utf8("short")));
        assertThatIllegalArgumentException().isThrownBy(() -> MESSAGE.asCall(0));
        assertThatIllegalArgumentException().isThrownBy(() -> MESSAGE.asCall(256));
    }

    @Test
    void theAnswerToACallKeepsSlotTransactionAndElement() {
        RmrMessage call = MESSAGE.asCall(9);

        RmrMessage answer = call.answer(12051, Octets.empty());

        assertThat(answer.callId()).isEqualTo(9);
        assertThat(answer.xid()).isEqualTo(call.xid());
        assertThat(answer.meid()).isEqualTo(call.meid());
        assertThat(answer.subscriptionId()).isEqualTo(7);
    }

    static RmrMessage randomMessage(SplittableRandom random) {
        return new RmrMessage(
                random.nextInt(),
                random.nextInt(),
                Octets.of(randomBytes(random, 32)),
                randomText(random, 31),
                randomText(random, 63),
                randomText(random, 63),
                random.nextInt(256),
                random.nextInt(),
                Octets.of(randomBytes(random, random.nextInt(250))),
                Octets.of(randomBytes(random, random.nextInt(1500))));
    }

    private static byte[] randomBytes(SplittableRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String randomText(SplittableRandom random, int maxChars) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(maxChars + 1); i > 0; i--) {
            text.append((char) random.nextInt(0x20, 0x7f));
        }
        return text.toString();
    }

    private static byte[] changed(int offset, int bigEndianValue) {
        byte[] frame = RmrFrame.encode(MESSAGE);
        ByteBuffer.wrap(frame).putInt(offset, bigEndianValue);
        return frame;
    }

    private static void assertRefused(byte[] frame, String part) {
        assertThatThrownBy(() -> RmrFrame.decode(frame, CAP))
                .isInstanceOf(RmrFormatException.class)
                .hasMessageContaining(part);
    }
}
