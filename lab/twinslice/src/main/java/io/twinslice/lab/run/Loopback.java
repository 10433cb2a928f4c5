package io.twinslice.lab.run;

import io.twinslice.bundle.TrustRoot;
import io.twinslice.env.Scenario;
import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.Daemons;
import io.twinslice.lab.node.E2Node;
import io.twinslice.lab.node.NodeSettings;
import io.twinslice.lab.ric.NearRtRic;
import io.twinslice.lab.ric.NearRtRicSettings;
import io.twinslice.policy.Envelope;
import io.twinslice.slicecontrol.DecisionLog;
import io.twinslice.slicecontrol.LoopCounters;
import io.twinslice.xapp.SliceControlXapp;
import io.twinslice.xapp.XappConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * E2 node, stand-in RIC and xApp on the loopback interface, wired as in a deployment: nothing but sockets between them.
 */
final class Loopback implements AutoCloseable {
    static final String HOST = "127.0.0.1";
    static final String CELL_ID = "cell-1";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final NearRtRic ric;
    private final E2Node node;
    private final SliceControlXapp xapp;
    private final LongSupplier nanoClock;

    private Loopback(NearRtRic ric, E2Node node, SliceControlXapp xapp, LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.ric = ric;
        this.node = node;
        this.xapp = xapp;
    }

    /**
     * Starts all three.
     *
     * @param hidden the cell with the parameters that only the node is told
     * @param seed of the cell
     * @param out folder for the xApp's configuration, state and log
     * @param observer sees the xApp's decisions
     * @param clock tells the xApp whether a bundle is valid
     * @param nanoClock paces the node and times controls
     */
    static Loopback start(
            Scenario hidden,
            long seed,
            boolean paced,
            Path out,
            TrustRoot root,
            Envelope envelope,
            DecisionLog observer,
            InstantSource clock,
            LongSupplier nanoClock)
            throws IOException, InterruptedException {
        NearRtRic ric = NearRtRic.start(NearRtRicSettings.onLoopback(), Daemons.named("ric"), nanoClock);
        E2Node node = null;
        SliceControlXapp xapp = null;
        try {
            node = E2Node.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), ric.e2Port()),
                    paced ? NodeSettings.onTheClock() : NodeSettings.lockStep(),
                    hidden,
                    seed,
                    Daemons.named("e2-node"),
                    nanoClock);
            AtomicFile.write(out.resolve("trust-root.json"), root.toJson());
            XappConfig config = config(HOST, ric, node.ranName(), hidden, envelope, out);
            AtomicFile.write(out.resolve("xapp.json"), config.json());
            xapp = SliceControlXapp.start(
                    config, new SliceControlXapp.Surroundings(clock, nanoClock, Daemons.named("xapp"), observer));
            node.awaitSubscription(PATIENCE);
            return new Loopback(ric, node, xapp, nanoClock);
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (xapp != null) {
                xapp.close();
            }
            if (node != null) {
                node.close();
            }
            ric.close();
            throw e;
        }
    }

    /** The configuration of an xApp for a RIC and a node, with its state and its log in a folder. */
    static XappConfig config(
            String host, NearRtRic ric, String ranName, Scenario scenario, Envelope envelope, Path out) {
        NodeSettings identity = NodeSettings.lockStep();
        return new XappConfig(
                "slice-control",
                host,
                0,
                0,
                ric.rmrName(),
                ric.rmrName(),
                URI.create("http://" + host + ":" + ric.subscriptionPort()),
                URI.create("http://" + host + ":" + ric.registrationPort()),
                ranName,
                CELL_ID,
                scenario.parameters().prbCount(),
                scenario.windowMillis(),
                E2Node.KPM_FUNCTION_ID,
                E2Node.RC_FUNCTION_ID,
                identity.mcc() + identity.mnc(),
                scenario.twins().stream().map(XappConfig.Twin::of).toList(),
                new XappConfig.Guardrails(
                        envelope.floorPercent(), envelope.ceilingPercent(), envelope.maxStepPercent()),
                2_000,
                List.of(host),
                out.resolve("trust-root.json").toAbsolutePath(),
                out.resolve("xapp-state").toAbsolutePath(),
                out.resolve("decisions.jsonl").toAbsolutePath());
    }

    E2Node node() {
        return node;
    }

    SliceControlXapp xapp() {
        return xapp;
    }

    /** Base address of the A1 mediator. */
    URI a1() {
        return URI.create("http://" + HOST + ":" + ric.a1Port());
    }

    /** Waits, within a bound, until every control sent has its outcome, and returns the counts. */
    LoopCounters settled() {
        long deadline = nanoClock.getAsLong() + PATIENCE.toNanos();
        LoopCounters counters = xapp.counters();
        while (counters.controlsSent()
                        != counters.controlsAcknowledged() + counters.controlsRefused() + counters.controlsTimedOut()
                && nanoClock.getAsLong() < deadline) {
            LockSupport.parkNanos(1_000_000);
            counters = xapp.counters();
        }
        return counters;
    }

    @Override
    public void close() throws IOException {
        xapp.close();
        node.close();
        ric.close();
    }
}
