package io.twinslice.lab.node;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.e2ap.ComponentConfig;
import io.twinslice.e2ap.E2Setup;
import io.twinslice.e2ap.E2apPdu;
import io.twinslice.e2ap.GlobalRicId;
import io.twinslice.e2ap.RanFunctionItem;
import io.twinslice.e2ap.RicAction;
import io.twinslice.e2ap.RicControl;
import io.twinslice.e2ap.RicRequestId;
import io.twinslice.e2ap.RicSubscription;
import io.twinslice.e2sm.PlmnIdentity;
import io.twinslice.e2sm.SliceId;
import io.twinslice.e2sm.UeId;
import io.twinslice.env.Scenario;
import io.twinslice.env.Scenarios;
import io.twinslice.kpm.KpmActionDefinition;
import io.twinslice.kpm.KpmEventTrigger;
import io.twinslice.kpm.MeasurementInfo;
import io.twinslice.kpm.MeasurementLabel;
import io.twinslice.kpm.MeasurementType;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.SliceMeasurement;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import io.twinslice.rc.RcControlMessage;
import io.twinslice.slicing.PeerProfile;
import io.twinslice.slicing.PrbQuota;
import io.twinslice.slicing.SliceQuotaControl;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The other end of one node's connection, in the hands of a test; it remembers all octets that came. */
final class ScriptedRic implements AutoCloseable {
    static final RicRequestId SUBSCRIPTION = new RicRequestId(123, 5);
    static final Scenario SCENARIO = Scenarios.byName("quiet-shift");
    private static final int READ_MILLIS = 20_000;

    final List<Octets> received = new ArrayList<>();
    final E2Node node;
    final E2Setup.Request setup;
    private final ServerSocket listener;
    private final Socket socket;
    private final DataInputStream in;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private ScriptedRic(Scenario scenario, long seed, Duration controlWait) throws Exception {
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        CompletableFuture<E2Node> connecting = connect(listener.getLocalPort(), scenario, seed, controlWait);
        socket = listener.accept();
        socket.setSoTimeout(READ_MILLIS);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        setup = (E2Setup.Request) receive();
        send(accepted(setup));
        node = connecting.get();
    }

    static ScriptedRic withNode(Scenario scenario, long seed, Duration controlWait) throws Exception {
        return new ScriptedRic(scenario, seed, controlWait);
    }

    /** A node of the quiet scenario that is patient with its controls. */
    static ScriptedRic withNode(long seed) throws Exception {
        return new ScriptedRic(SCENARIO, seed, Duration.ofSeconds(20));
    }

    private CompletableFuture<E2Node> connect(int port, Scenario scenario, long seed, Duration controlWait) {
        CompletableFuture<E2Node> connected = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                connected.complete(E2Node.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                        new NodeSettings("001", "01", 1, controlWait, false),
                        scenario,
                        seed,
                        Thread.ofPlatform().daemon(true).factory(),
                        System::nanoTime));
            } catch (IOException | InterruptedException | RuntimeException e) {
                connected.completeExceptionally(e);
            }
        });
        return connected;
    }

    private static E2Setup.Response accepted(E2Setup.Request setup) {
        return new E2Setup.Response(
                setup.transactionId(),
                new GlobalRicId(PlmnIdentity.of("001", "01"), 1),
                setup.ranFunctions().stream()
                        .map(function -> new RanFunctionItem.Id(function.id(), function.revision()))
                        .toList(),
                List.of(),
                setup.components().stream()
                        .map(component -> new ComponentConfig.Ack(
                                component.interfaceType(),
                                component.id(),
                                ComponentConfig.Outcome.SUCCESS,
                                Optional.empty()))
                        .toList());
    }

    void send(E2apPdu pdu) throws IOException {
        E2Framing.write(socket.getOutputStream(), pdu.encode());
    }

    void sendRaw(byte... octets) throws IOException {
        socket.getOutputStream().write(octets);
    }

    void sendFrame(byte... octets) throws IOException {
        E2Framing.write(socket.getOutputStream(), octets);
    }

    E2apPdu receive() throws IOException, DecodeException {
        byte[] octets = E2Framing.read(in);
        received.add(Octets.of(octets));
        return E2apPdu.decode(octets, DecodeLimits.STANDARD);
    }

    /** The node goes on in another thread; the test plays the RIC meanwhile. */
    CompletableFuture<Void> run(int windows) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                node.run(windows, snapshot -> {});
                done.complete(null);
            } catch (IOException | InterruptedException | RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    /** Subscribes to everything and takes the answer. */
    E2apPdu subscribe() throws IOException, DecodeException {
        send(subscription(E2Node.KPM_FUNCTION_ID, SCENARIO.windowMillis(), actions(SCENARIO.twins())));
        return receive();
    }

    static List<RicAction> actions(List<TwinProfile> twins) {
        List<MeasurementLabel> labels = twins.stream()
                .map(twin -> MeasurementLabel.ofSlice(new SliceId(
                        twin.slice().sst(), twin.slice().hasSd() ? twin.slice().sd() : SliceId.ABSENT_SD)))
                .toList();
        List<MeasurementInfo> measurements = new ArrayList<>();
        for (SliceMeasurement measurement : SliceMeasurement.values()) {
            measurements.add(new MeasurementInfo(MeasurementType.named(measurement.measurementName()), labels));
        }
        return List.of(action(1, measurements, SCENARIO.windowMillis()));
    }

    static RicAction action(int id, List<MeasurementInfo> measurements, int granularityMillis) {
        return RicAction.report(
                id,
                KpmActionDefinition.CODEC.toOctetString(
                        KpmActionDefinition.style1(measurements, granularityMillis, Optional.empty())));
    }

    static RicSubscription.Request subscription(int function, int periodMillis, List<RicAction> actions) {
        return new RicSubscription.Request(
                SUBSCRIPTION,
                function,
                new RicSubscription.Details(
                        KpmEventTrigger.CODEC.toOctetString(new KpmEventTrigger(periodMillis)), actions),
                Optional.empty(),
                Optional.empty());
    }

    static List<PrbQuota> quotas(QuotaPlan plan) {
        List<PrbQuota> quotas = new ArrayList<>();
        for (int i = 0; i < plan.slices(); i++) {
            Snssai slice = SCENARIO.twins().get(i).slice();
            io.twinslice.model.PrbQuota quota = plan.quota(i);
            quotas.add(new PrbQuota(
                    PlmnIdentity.of("001", "01"),
                    slice.sst(),
                    slice.sd(),
                    quota.dedicatedPercent(),
                    quota.minPercent(),
                    quota.maxPercent()));
        }
        return quotas;
    }

    static RcControlMessage.Format1 message(List<PrbQuota> quotas) {
        return message(quotas, PeerProfile.RC_EXPLICIT);
    }

    static RcControlMessage.Format1 message(List<PrbQuota> quotas, PeerProfile profile) {
        try {
            return (RcControlMessage.Format1) RcControlMessage.decode(
                    new SliceQuotaControl(profile, new UeId.GnbDu(0))
                            .write(quotas)
                            .message(),
                    DecodeLimits.STANDARD);
        } catch (DecodeException e) {
            throw new AssertionError(e);
        }
    }

    static RicControl.Request control(int requestor, RcControlMessage message) {
        return new RicControl.Request(
                new RicRequestId(requestor, SUBSCRIPTION.instanceId()),
                E2Node.RC_FUNCTION_ID,
                Optional.empty(),
                new SliceQuotaControl(PeerProfile.RC_EXPLICIT, new UeId.GnbDu(0)).header(),
                message.encode(),
                Optional.of(RicControl.AckRequest.ACK));
    }

    static RicControl.Request control(int requestor, QuotaPlan plan) {
        return control(requestor, message(quotas(plan)));
    }

    /** Breaks the connection. */
    void die() throws IOException {
        socket.close();
    }

    @Override
    public void close() throws IOException {
        node.close();
        socket.close();
        listener.close();
        threads.close();
    }
}
