package io.twinslice.rmr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The push as the real route manager does it: whole tables in one call each, answered within its 200 ms. */
@Timeout(60)
class RouteListenerTest {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final List<RmrEndpoint> opened = new ArrayList<>();
    private RmrEndpoint data;
    private RmrEndpoint control;
    private RmrEndpoint manager;

    RouteListenerTest() throws Exception {
        data = open();
        control = open();
        manager = open();
    }

    @BeforeEach
    void aFreshTableIsEmpty() {
        assertThat(data.send(RmrMessage.of(60010, Octets.empty()).withSubscriptionId(7)))
                .isInstanceOf(SendResult.NoRoute.class);
    }

    @AfterEach
    void closeAll() {
        opened.forEach(RmrEndpoint::close);
    }

    @Test
    void theRecordedPushIsAcknowledgedTableByTableAndRoutes() throws Exception {
        RouteListener listener = new RouteListener(control, data, Set.of(manager.name()));
        List<String> acknowledgements = new ArrayList<>();
        for (String frame : List.of("rtmone-00-36182to4596-mt20", "rtmone-01-36182to4596-mt20")) {
            RmrMessage recorded = RmrFrame.decode(Vectors.frame(frame), RmrFrame.DEFAULT_MAX_BYTES);
            manager.callTo(control.name(), recorded);
            control.awaitInbound(PATIENCE_NANOS);
            assertThat(listener.poll(10)).isEqualTo(1);
        }
        while (acknowledgements.size() < 3 && manager.awaitInbound(PATIENCE_NANOS)) {
            manager.drain(
                    message -> {
                        assertThat(message.messageType()).isEqualTo(MessageType.TABLE_STATE);
                        assertThat(message.callId()).isEqualTo(5);
                        assertThat(message.isCall()).isFalse();
                        assertThat(message.subscriptionId()).isEqualTo(-1);
                        acknowledgements.add(message.payload().toUtf8());
                    },
                    10);
        }
        assertThat(acknowledgements).hasSize(3).containsOnly("OK <id-missing> \n\0");
        assertThat(data.send(RmrMessage.of(60010, Octets.empty()).withSubscriptionId(7)))
                .isNotInstanceOf(SendResult.NoRoute.class);
    }

    @Test
    void aTableFromAStrangerIsIgnored() throws Exception {
        RouteListener listener = new RouteListener(control, data, Set.of("routemgr:4560"));
        manager.sendTo(
                control.name(),
                RmrMessage.of(
                        MessageType.TABLE_DATA, Octets.utf8("newrt|start\nmse|60010|7|127.0.0.1:1\nnewrt|end\n")));
        control.awaitInbound(PATIENCE_NANOS);
        listener.poll(10);

        assertThat(listener.refusedSenders()).isEqualTo(1);
        assertThat(data.send(RmrMessage.of(60010, Octets.empty()).withSubscriptionId(7)))
                .isInstanceOf(SendResult.NoRoute.class);
    }

    @Test
    void theRequestNamesTheDataPortAsTheNativeClientDoes() throws Exception {
        RouteListener listener = new RouteListener(control, data, Set.of(manager.name()));

        assertThat(listener.request(manager.name(), 1_795_223_757L).isAccepted())
                .isTrue();

        manager.awaitInbound(PATIENCE_NANOS);
        manager.drain(
                message -> {
                    assertThat(message.messageType()).isEqualTo(MessageType.REQUEST_TABLE);
                    assertThat(message.subscriptionId()).isZero();
                    assertThat(message.payload().toUtf8()).isEqualTo(data.name() + " ts=1795223757\n\0");
                },
                1);
        assertThat(manager.counters().delivered()).isEqualTo(1);
    }

    private RmrEndpoint open() throws Exception {
        RmrEndpoint endpoint = RmrEndpoint.open(RmrSettings.listening("127.0.0.1", 0), System::nanoTime);
        opened.add(endpoint);
        return endpoint;
    }
}
