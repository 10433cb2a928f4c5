package io.twinslice.lab.run;

import io.twinslice.lab.Complaint;
import io.twinslice.lab.Daemons;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.JobFailure;
import io.twinslice.lab.XappJob;
import io.twinslice.lab.XappOptions;
import io.twinslice.slicecontrol.DecisionLog;
import io.twinslice.slicecontrol.LoopCounters;
import io.twinslice.xapp.SliceControlXapp;
import io.twinslice.xapp.XappConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** {@code twinslice xapp}: the slice-control xApp in a process of its own. */
public final class XappEngine implements XappJob {
    private static final long STATUS_SECONDS = 10;
    private static final long POLL_MILLIS = 200;

    private final InstantSource clock;
    private final LongSupplier nanoClock;

    /**
     * @param clock tells whether bundles are valid
     * @param nanoClock times controls
     */
    public XappEngine(InstantSource clock, LongSupplier nanoClock) {
        this.clock = clock;
        this.nanoClock = nanoClock;
    }

    @Override
    public int run(XappOptions options, Desk desk) throws Exception {
        XappConfig config = read(options);
        desk.step("starting the slice-control xApp for " + config.meid() + ", cell " + config.cellId());
        SliceControlXapp xapp = SliceControlXapp.start(
                config, new SliceControlXapp.Surroundings(clock, nanoClock, Daemons.named("xapp"), DecisionLog.SILENT));
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("leave-platform").unstarted(() -> {
                    xapp.close();
                    closed.countDown();
                }));
        desk.say("registered and subscribed; health and metrics at http://" + config.host() + ":" + xapp.httpPort()
                + "; policy in charge: " + xapp.policyDigest());
        report(xapp, closed, desk);
        if (closed.getCount() > 0) {
            throw new JobFailure(new Complaint(
                    ExitCode.INTERNAL,
                    "the control loop has ended by itself",
                    config.decisionLog().toString(),
                    "start the xApp again; it goes on with the policy that was in charge"));
        }
        return ExitCode.OK;
    }

    private static XappConfig read(XappOptions options) throws JobFailure {
        try {
            XappConfig config = XappConfig.read(options.config());
            if (!Files.isReadable(config.trustRoot())) {
                throw new JobFailure(Complaint.usage(
                        "the xApp needs public keys to believe",
                        config.trustRoot().toString(),
                        "put the trust-root.json of the run that made your policies there"));
            }
            return config;
        } catch (IOException | IllegalArgumentException e) {
            throw new JobFailure(
                    Complaint.usage(
                            String.valueOf(e.getMessage()),
                            options.config().toString(),
                            "compare it with the xapp.json that twinslice lab writes"),
                    e);
        }
    }

    /** Says at once what changes, and every few seconds how it goes. */
    private static void report(SliceControlXapp xapp, CountDownLatch closed, Desk desk) throws InterruptedException {
        String policy = xapp.policyDigest();
        String refusal = xapp.lastPolicyRefusal();
        long polls = 0;
        while (!closed.await(POLL_MILLIS, TimeUnit.MILLISECONDS) && xapp.isControlling()) {
            if (!xapp.policyDigest().equals(policy)) {
                policy = xapp.policyDigest();
                desk.say("policy in charge: " + policy);
            }
            if (!xapp.lastPolicyRefusal().equals(refusal)) {
                refusal = xapp.lastPolicyRefusal();
                desk.warn("policy refused: " + refusal + "; still in charge: " + policy);
            }
            if (++polls % (STATUS_SECONDS * 1000 / POLL_MILLIS) == 0) {
                LoopCounters counters = xapp.counters();
                desk.say(counters.indications() + " KPM reports, " + counters.controlsSent() + " controls: "
                        + counters.controlsAcknowledged() + " acknowledged, " + counters.controlsRefused()
                        + " refused, " + counters.controlsTimedOut() + " timed out");
            }
        }
    }
}
