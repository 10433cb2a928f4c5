package io.twinslice.rmr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Frames captured from the native library: the independent witness of the format. */
class GoldenFrameTest {
    @Test
    void everyRecordedFrameEncodesAgainToItsMaskedOctets() throws Exception {
        List<String> names = Vectors.frameNames();
        assertThat(names).hasSize(40);
        for (String name : names) {
            byte[] frame = Vectors.frame(name);
            RmrMessage message = RmrFrame.decode(frame, RmrFrame.DEFAULT_MAX_BYTES);
            assertThat(RmrFrame.encode(message)).as(name).isEqualTo(masked(frame));
        }
    }

    @Test
    void everyRecordedFrameHasTheFieldsItsRecordNames() throws Exception {
        for (String name : Vectors.frameNames()) {
            RmrMessage message = RmrFrame.decode(Vectors.frame(name), RmrFrame.DEFAULT_MAX_BYTES);
            List<String> fields = Vectors.fields(name);
            assertThat(Integer.toString(message.messageType())).as(name).isEqualTo(value(fields, "mtype = (.*)"));
            assertThat(Integer.toString(message.payload().length())).as(name).isEqualTo(value(fields, "plen = (.*)"));
            assertThat(message.xidText()).as(name).isEqualTo(value(fields, "xid = '(.*)'"));
            assertThat(message.src()).as(name).isEqualTo(value(fields, "src = '(.*)'"));
            assertThat(message.meid()).as(name).isEqualTo(value(fields, "meid = '(.*)'"));
            assertThat(message.srcIp()).as(name).isEqualTo(value(fields, "srcip = '(.*)'"));
            assertThat(Integer.toString(message.subscriptionId())).as(name).isEqualTo(value(fields, "sub_id = (.*)"));
            assertThat(Integer.toString(message.flags()))
                    .as(name)
                    .isEqualTo(value(fields, "flags.*LE value = (-?\\d+).*"));
            assertThat(Integer.toString(message.callId()))
                    .as(name)
                    .isEqualTo(value(fields, "byte0 = call id (\\d+).*"));
            assertThat(Integer.toString(message.trace().length()))
                    .as(name)
                    .isEqualTo(value(fields, "len1 trace = (\\d+).*"));
        }
    }

    @Test
    void theTraceAreaOfE2TermMovesThePayload() throws Exception {
        RmrMessage message =
                RmrFrame.decode(Vectors.frame("trace200-00-40310to4590-mt60010"), RmrFrame.DEFAULT_MAX_BYTES);

        assertThat(message.trace().length()).isEqualTo(200);
        assertThat(message.payload()).isEqualTo(Octets.utf8("like E2Term"));
        assertThat(message.xidText()).isEqualTo("              1");
    }

    private static String value(List<String> fields, String pattern) throws IOException {
        Pattern wanted = Pattern.compile(".*\\b" + pattern);
        for (String line : fields) {
            Matcher matcher = wanted.matcher(line);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        throw new IOException("no line matches " + pattern);
    }

    /** Zero where the native library leaves octets uninitialised or residue stands behind a NUL. */
    private static byte[] masked(byte[] frame) {
        byte[] masked = frame.clone();
        Arrays.fill(masked, 13, 50, (byte) 0);
        clearBehindNul(masked, 126, 64);
        clearBehindNul(masked, 190, 32);
        clearBehindNul(masked, 266, 64);
        int d1 = 330 + ByteBuffer.wrap(frame).getInt(250);
        Arrays.fill(masked, d1 + 1, d1 + 4, (byte) 0);
        return masked;
    }

    private static void clearBehindNul(byte[] frame, int offset, int length) {
        int end = offset;
        while (frame[end] != 0) {
            end++;
        }
        Arrays.fill(frame, end, offset + length, (byte) 0);
    }
}
