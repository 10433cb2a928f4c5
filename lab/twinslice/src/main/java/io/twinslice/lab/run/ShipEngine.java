package io.twinslice.lab.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.a1.A1Settings;
import io.twinslice.bundle.BundleOpener;
import io.twinslice.env.Scenarios;
import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.ShipJob;
import io.twinslice.lab.ShipOptions;
import io.twinslice.policy.Envelope;
import io.twinslice.promoter.Cell;
import io.twinslice.promoter.Confirmation;
import io.twinslice.promoter.Watch;
import io.twinslice.xapp.XappConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** {@code twinslice ship}: pushes a signed bundle to a RIC and waits until it is in force. */
public final class ShipEngine implements ShipJob {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int CONNECT_MILLIS = 5_000;

    private final InstantSource clock;

    /** @param clock tells whether the bundle is valid */
    public ShipEngine(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public int run(ShipOptions options, Desk desk) throws Exception {
        byte[] bundle = RunFolder.read(options.bundle());
        BundleOpener opener = new BundleOpener(RunFolder.trustRootBeside(options.bundle()), clock);
        desk.step("shipping " + options.bundle() + " to " + options.a1());
        Destination destination = destination(options.cell());
        Shipment shipment;
        try (Shipping shipping = new Shipping(
                A1Settings.of(options.a1(), options.dialect()),
                ownAddress(options.a1()),
                opener,
                destination.cell(),
                new Watch(POLL, Duration.ofSeconds(options.watchSeconds())),
                Confirmation.BY_STATUS)) {
            shipment = shipping.ship(bundle, destination.envelope());
        }
        shipment.bundleDigest().ifPresent(digest -> desk.say("policy " + shipment.name() + ", bundle " + digest));
        desk.say(shipment.reason());
        if (options.json().isPresent()) {
            AtomicFile.write(options.json().get(), json(shipment));
        }
        return shipment.activated() ? ExitCode.OK : ExitCode.ANSWER_IS_NO;
    }

    private record Destination(Cell cell, Envelope envelope) {}

    private static Destination destination(Optional<Path> config) throws IOException {
        if (config.isEmpty()) {
            Cell cell = new Cell(
                    Loopback.CELL_ID, Scenarios.byName(Scenarios.DEFAULT).twins());
            return new Destination(cell, Guardrails.envelope(cell.twins().size()));
        }
        XappConfig xapp = XappConfig.read(config.get());
        return new Destination(
                new Cell(xapp.cellId(), xapp.profiles()),
                new Envelope(
                        xapp.guardrails().floorPercent(),
                        xapp.guardrails().ceilingPercent(),
                        xapp.guardrails().maxStepPercent()));
    }

    /** The address of this machine on the way to the RIC: there the xApp will fetch the bundle. */
    private static String ownAddress(URI a1) throws IOException {
        int port = a1.getPort() >= 0 ? a1.getPort() : "https".equals(a1.getScheme()) ? 443 : 80;
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress(a1.getHost(), port), CONNECT_MILLIS);
            return probe.getLocalAddress().getHostAddress();
        }
    }

    private static String json(Shipment shipment) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("policy", shipment.name());
        json.put("verdict", shipment.verdict());
        json.put("activated", shipment.activated());
        json.put("reason", shipment.reason());
        json.put("candidateDigest", shipment.candidateDigest().orElse(null));
        json.put("bundleDigest", shipment.bundleDigest().orElse(null));
        return json.toPrettyString() + "\n";
    }
}
