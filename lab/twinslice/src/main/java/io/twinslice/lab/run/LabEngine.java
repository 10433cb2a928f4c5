package io.twinslice.lab.run;

import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.Daemons;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.LabJob;
import io.twinslice.lab.LabOptions;
import io.twinslice.lab.node.E2Node;
import io.twinslice.lab.node.NodeCounters;
import io.twinslice.lab.node.NodeSettings;
import io.twinslice.lab.ric.NearRtRic;
import io.twinslice.lab.ric.NearRtRicSettings;
import io.twinslice.xapp.XappConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

/** {@code twinslice lab}: the E2 node and the stand-in RIC, in real time, for an xApp in a process of its own. */
public final class LabEngine implements LabJob {
    private static final int STATUS_SECONDS = 10;
    private static final int NOTIFICATION_TRIES = 10;
    private static final int NOTIFICATION_PAUSE_MILLIS = 5_000;

    private final LongSupplier nanoClock;

    /** @param nanoClock paces the node */
    public LabEngine(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    @Override
    @SuppressWarnings("AddressSelection") // the first address of the host that was named is the one meant
    public int run(LabOptions options, Desk desk) throws Exception {
        Stage stage = Stage.of(options.scenario(), options.traffic(), options.map(), options.seed());
        desk.step("bringing up the near-RT RIC of the lab and an E2 node");
        try (NearRtRic ric = NearRtRic.start(settings(options), Daemons.named("ric"), nanoClock);
                E2Node node = E2Node.connect(
                        new InetSocketAddress(options.host(), ric.e2Port()),
                        NodeSettings.onTheClock(),
                        stage.hidden(),
                        options.seed(),
                        Daemons.named("e2-node"),
                        nanoClock)) {
            Path config = configure(options, ric, node, stage);
            desk.say("E2 " + options.host() + ":" + ric.e2Port() + ", RMR " + ric.rmrName() + ", A1 http://"
                    + options.host() + ":" + ric.a1Port());
            stage.recording().ifPresent(recording -> desk.say("replaying " + recording));
            desk.say("configuration of an xApp for it: " + config);
            if (options.trustRoot().isEmpty() && !Files.exists(config.resolveSibling(RunFolder.TRUST_ROOT))) {
                desk.warn("the xApp needs public keys to believe: put the trust-root.json of a run into "
                        + options.folder() + " or start with --trust-root");
            }
            play(options.runForSeconds(), stage, node, desk);
        }
        return ExitCode.OK;
    }

    private static NearRtRicSettings settings(LabOptions options) {
        return new NearRtRicSettings(
                options.host(),
                options.e2Port(),
                options.rmrPort(),
                options.subscriptionPort(),
                options.a1Port(),
                options.registrationPort(),
                NOTIFICATION_TRIES,
                NOTIFICATION_PAUSE_MILLIS);
    }

    private static Path configure(LabOptions options, NearRtRic ric, E2Node node, Stage stage) throws IOException {
        Path folder = options.folder();
        if (options.trustRoot().isPresent()) {
            AtomicFile.write(
                    folder.resolve(RunFolder.TRUST_ROOT),
                    Files.readAllBytes(options.trustRoot().get()));
        }
        XappConfig config = Loopback.config(
                options.host(),
                ric,
                node.ranName(),
                stage.known(),
                Guardrails.envelope(stage.known().twins().size()),
                folder);
        Path file = folder.resolve("xapp.json");
        AtomicFile.write(file, config.json());
        return file;
    }

    /** Until the time is over, or for ever. */
    private static void play(Optional<Integer> seconds, Stage stage, E2Node node, Desk desk)
            throws IOException, InterruptedException {
        int perSecond = Math.max(1, 1000 / stage.known().windowMillis());
        long left = seconds.map(each -> (long) each * perSecond).orElse(Long.MAX_VALUE);
        desk.step("the RAN runs in real time" + (seconds.isPresent() ? "" : "; Ctrl-C ends it"));
        while (left > 0) {
            int windows = (int) Math.min(left, (long) STATUS_SECONDS * perSecond);
            Tally tally = new Tally();
            node.run(windows, tally::add);
            left -= windows;
            NodeCounters counters = node.counters();
            desk.say(counters.indications() + " KPM reports, " + counters.controlsApplied() + " controls applied, "
                    + counters.controlsRefused() + " refused; promises broken in " + tally.broken + " of "
                    + tally.twinWindows + " twin-windows of the last " + windows + " windows");
        }
    }

    /** Broken promises since the last line. */
    private static final class Tally {
        private long broken;
        private long twinWindows;

        private void add(io.twinslice.model.TwinSnapshot window) {
            for (int twin = 0; twin < window.slices(); twin++) {
                broken += window.isBroken(twin) ? 1 : 0;
                twinWindows++;
            }
        }
    }
}
