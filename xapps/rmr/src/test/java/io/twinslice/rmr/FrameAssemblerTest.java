package io.twinslice.rmr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FrameAssemblerTest {
    @Test
    void framesComeOutWholeHoweverTheStreamIsCut() throws Exception {
        SplittableRandom random = new SplittableRandom(4);
        List<RmrMessage> sent = new ArrayList<>();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < 300; i++) {
            RmrMessage message = RmrFrameTest.randomMessage(random);
            sent.add(message);
            stream.writeBytes(RmrFrame.encode(message));
        }

        assertThat(cutUp(stream.toByteArray(), random, 1 << 16)).isEqualTo(sent);
    }

    @Test
    void aFrameLargerThanTheFirstBufferComesOutWhole() throws Exception {
        RmrMessage large = RmrMessage.of(1, Octets.of(new byte[100_000]));
        byte[] frame = RmrFrame.encode(large);

        assertThat(cutUp(frame, new SplittableRandom(5), frame.length)).containsExactly(large);
    }

    @Test
    void aMalformedFrameIsSkippedAndTheNextOneRead() throws Exception {
        RmrMessage good = RmrMessage.of(2, Octets.utf8("good"));
        byte[] bad = RmrFrame.encode(RmrMessage.of(1, Octets.empty()));
        bad[190] = 7;
        FrameAssembler assembler = new FrameAssembler(4096);
        feed(assembler, bad);
        feed(assembler, RmrFrame.encode(good));

        assertThat(assembler.hasFrame()).isTrue();
        assertThatThrownBy(assembler::take).isInstanceOf(RmrFormatException.class);
        assertThat(assembler.hasFrame()).isTrue();
        assertThat(assembler.take()).isEqualTo(good);
        assertThat(assembler.hasFrame()).isFalse();
    }

    /** The announced gigabyte must not be allocated: only what arrives takes memory. */
    @Test
    void anAnnouncedLengthTakesNoMemory() throws Exception {
        FrameAssembler assembler = new FrameAssembler(1 << 28);
        feed(assembler, new byte[] {0, 0, 0, 0x10});

        assertThat(assembler.hasFrame()).isFalse();
        assertThat(assembler.space().remaining()).isLessThanOrEqualTo(16 * 1024);
    }

    static void feed(FrameAssembler assembler, byte[] octets) {
        int at = 0;
        while (at < octets.length) {
            ByteBuffer space = assembler.space();
            int count = Math.min(space.remaining(), octets.length - at);
            space.put(octets, at, count);
            assembler.filled(count);
            at += count;
        }
    }

    private static List<RmrMessage> cutUp(byte[] stream, SplittableRandom random, int cap) throws RmrFormatException {
        FrameAssembler assembler = new FrameAssembler(cap);
        List<RmrMessage> received = new ArrayList<>();
        int at = 0;
        while (at < stream.length) {
            int count = Math.min(1 + random.nextInt(900), stream.length - at);
            feed(assembler, java.util.Arrays.copyOfRange(stream, at, at + count));
            at += count;
            while (assembler.hasFrame()) {
                received.add(assembler.take());
            }
        }
        return received;
    }
}
