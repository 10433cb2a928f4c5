package io.twinslice.rmr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Valid input with a few octets changed: the documented refusal or a value, never anything else. */
class RmrMutationTest {
    private static final int CAP = 1 << 16;

    @Test
    void changedFramesDecodeOrAreRefused() throws Exception {
        SplittableRandom random = new SplittableRandom(77);
        int refused = 0;
        for (int i = 0; i < 30_000; i++) {
            byte[] frame = RmrFrame.encode(RmrFrameTest.randomMessage(random));
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                frame[random.nextInt(Math.min(frame.length, 340))] = (byte) random.nextInt();
            }
            try {
                RmrMessage message = RmrFrame.decode(frame, CAP);
                assertThat(RmrFrame.decode(RmrFrame.encode(message), CAP)).isEqualTo(message);
            } catch (RmrFormatException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 29_000);
    }

    @Test
    void changedRouteTablesAreReadOrRefused() {
        String table = """
            newrt|start|t1
            rte|60000,a:1|b:2,c:3;d:4
            mse|60010|7|%meid
            newrt|end|2
            meid_map|start
            mme_ar|b:2|m1 m2
            mme_del|m1
            meid_map|end|2
            updatert|start
            del|1|-1
            updatert|end
            """;
        String characters = "|\n\0#,;:%- 019nrmdue\u00e9";
        SplittableRandom random = new SplittableRandom(78);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(table);
            for (int change = random.nextInt(0, 4); change > 0; change--) {
                text.setCharAt(random.nextInt(text.length()), characters.charAt(random.nextInt(characters.length())));
            }
            try {
                assertThat(RouteTable.parse(text.toString(), Set.of("a:1")).routeCount())
                        .isLessThanOrEqualTo(2);
            } catch (RouteTableException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 19_000);
    }
}
