package io.twinslice.rmr;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Tag;

/**
 * Hostile octets, nightly as its engine starts slowly ({@link RmrMutationTest} is its quick sibling): only the
 * documented exceptions, and what is accepted encodes to what decodes alike.
 */
@Tag("nightly")
class RmrFuzzTest {
    private static final int CAP = 1 << 16;

    @FuzzTest(maxDuration = "20s")
    void anyOctetsDecodeOrAreRefused(byte[] octets) throws RmrFormatException {
        RmrMessage message;
        try {
            message = RmrFrame.decode(octets, CAP);
        } catch (RmrFormatException e) {
            return;
        }
        assertThat(RmrFrame.decode(RmrFrame.encode(message), CAP)).isEqualTo(message);
    }

    @FuzzTest(maxDuration = "20s")
    void anyStreamIsCutOrRefused(byte[] octets) {
        FrameAssembler assembler = new FrameAssembler(CAP);
        FrameAssemblerTest.feed(assembler, octets);
        int refused = 0;
        try {
            while (assembler.hasFrame()) {
                try {
                    assembler.take();
                } catch (RmrFormatException e) {
                    refused++;
                }
            }
        } catch (RmrFormatException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        assertThat(refused).isLessThanOrEqualTo(octets.length / RmrFrame.HEADER_BYTES);
    }

    @FuzzTest(maxDuration = "20s")
    void anyTextIsARouteTableOrIsRefused(byte[] octets) {
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        try {
            RouteTable table = RouteTable.parse(text, Set.of("a:1"));
            assertThat(table.routeCount()).isLessThanOrEqualTo(RouteRecordReader.MAX_ROUTES);
        } catch (RouteTableException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
