package io.twinslice.xapp;

import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Decision;
import io.twinslice.policy.Shield;
import io.twinslice.slicecontrol.ControlOutcome;
import io.twinslice.slicecontrol.DecisionLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

/** The xApp as a process: prints the digest of the policy in charge when it is up and whenever it changes. */
final class XappChild {
    private static final long PAUSE_NANOS = 500_000;

    private XappChild() {}

    /** @param args the configuration file */
    public static void main(String[] args) throws IOException, InterruptedException {
        DecisionLog none = new DecisionLog() {
            @Override
            public void decided(
                    long control, TwinSnapshot state, Decision proposed, Shield.Admitted admitted, String digest) {}

            @Override
            public void settled(long control, ControlOutcome outcome) {}
        };
        SliceControlXapp xapp = SliceControlXapp.start(
                XappConfig.read(Path.of(args[0])),
                new SliceControlXapp.Surroundings(
                        InstantSource.system(), System::nanoTime, Site.daemons("xapp"), none));
        String digest = "";
        while (true) {
            String latest = xapp.policyDigest();
            if (!latest.equals(digest)) {
                digest = latest;
                System.out.println(digest);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
