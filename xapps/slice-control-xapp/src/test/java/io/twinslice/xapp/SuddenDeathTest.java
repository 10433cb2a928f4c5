package io.twinslice.xapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.bundle.BundleOpener;
import io.twinslice.bundle.Opening;
import io.twinslice.bundle.ReleaseTerms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL at any moment of an activation leaves the old policy or the new one, and a store that can be read. */
class SuddenDeathTest {
    private static final int STORE_KILLS = 30;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    @TempDir
    private Path folder;

    /** What identifies the file that stands under a name: a new one after each replacement. */
    private static String identity(Path file) {
        try {
            return String.valueOf(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aStoreWhoseProcessIsKilledNamesOneOfTheTwoPoliciesAndHoldsIt() throws Exception {
        byte[] a = Bundles.bundle(1, 1);
        byte[] b = Bundles.bundle(2, 1);
        Set<String> digests =
                Set.of(Bundles.opened(a).digest(), Bundles.opened(b).digest());
        Path state = folder.resolve("state");
        Files.write(folder.resolve("a"), a);
        Files.write(folder.resolve("b"), b);
        List<String> arguments = List.of(
                state.toString(),
                Bundles.opened(a).digest(),
                folder.resolve("a").toString(),
                Bundles.opened(b).digest(),
                folder.resolve("b").toString());
        SplittableRandom random = new SplittableRandom(11);
        Set<String> seen = new TreeSet<>();
        for (int kill = 0; kill < STORE_KILLS; kill++) {
            try (Child child = new Child(folder, StoreChild.class, arguments)) {
                child.awaitLine("ready");
                int changes = 1 + random.nextInt(12);
                int looks = random.nextInt(400);
                for (int i = 0; i < changes; i++) {
                    String before = identity(state.resolve("active"));
                    Await.until(
                            "the active policy changes",
                            () -> !identity(state.resolve("active")).equals(before));
                }
                for (int i = 0; i < looks; i++) {
                    identity(state.resolve("epoch"));
                }
                child.kill();
                child.awaitEnd();
            }
            PolicyStore store = new PolicyStore(state);
            PolicyStore.Active active = store.active().orElseThrow();
            assertThat(active.digest()).as("after kill " + kill).isIn(digests);
            assertThat(store.keptEpoch()).isEqualTo(1);
            assertThat(Bundles.opened(store.bundle(active)).digest()).isEqualTo(active.digest());
            seen.add(active.digest());
        }
        assertThat(seen).as("kills hit both policies").hasSize(2);
    }

    /** What the killer sees of an activation from outside, in the order in which it happens. */
    private static List<BooleanSupplier> stages(Site site, Path state, String digest, long epoch) {
        String bundle = digest + "-" + epoch + ".twinpolicy";
        String activeBefore = identity(state.resolve("active"));
        String epochBefore = identity(state.resolve("epoch"));
        int asked = site.host.asked();
        int answered = site.host.answered();
        return List.of(
                () -> site.host.asked() > asked,
                () -> site.host.answered() > answered,
                () -> Files.exists(state.resolve(bundle + ".new")),
                () -> Files.exists(state.resolve(bundle)),
                () -> Files.exists(state.resolve("active.new")),
                () -> !identity(state.resolve("active")).equals(activeBefore),
                () -> Files.exists(state.resolve("epoch.new")),
                () -> !identity(state.resolve("epoch")).equals(epochBefore));
    }

    /** Kills as soon as a stage, or a later one because this one was too short to be seen, is reached. */
    private static Thread killer(Child child, Path state, List<BooleanSupplier> stages, int stage, int looks) {
        return Thread.ofPlatform().daemon(true).start(() -> {
            long begin = System.nanoTime();
            while (stages.stream().skip(stage).noneMatch(BooleanSupplier::getAsBoolean)) {
                if (System.nanoTime() - begin > PATIENCE_NANOS) {
                    return;
                }
                Thread.onSpinWait();
            }
            for (int i = 0; i < looks; i++) {
                identity(state.resolve("active"));
            }
            child.kill();
        });
    }

    /** One kill at each stage. */
    @Test
    void anXappThatIsKilledWhileItActivatesComesUpOnTheOldPolicyOrTheNewOne() throws Exception {
        killWhileActivating(8);
    }

    /** And many more after random times. */
    @Test
    @Tag("nightly")
    void anXappThatIsKilledAtAnyMomentOfAnActivationComesUpOnTheOldPolicyOrTheNewOne() throws Exception {
        killWhileActivating(40);
    }

    private void killWhileActivating(int kills) throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        SplittableRandom random = new SplittableRandom(12);
        BundleOpener opener = new BundleOpener(Bundles.ROOT, InstantSource.fixed(now));
        List<String> ends = new ArrayList<>();
        try (Site site = Site.open(folder)) {
            XappConfig config = site.config();
            Files.write(folder.resolve("xapp.json"), config.json());
            Path state = config.stateDirectory();
            List<String> arguments = List.of(folder.resolve("xapp.json").toString());
            Child child = new Child(folder, XappChild.class, arguments);
            try {
                String old = child.line();
                assertThat(old).isEqualTo("baseline");
                for (int kill = 0; kill < kills; kill++) {
                    long epoch = kill + 1L;
                    byte[] bundle = Bundles.bundle(
                            100 + kill, new ReleaseTerms(epoch, now.minusSeconds(60), now.plusSeconds(3600)));
                    String digest = digest(opener, bundle);
                    List<BooleanSupplier> stages = stages(site, state, digest, epoch);
                    // The first kill of a round finds the bundle on its way, the last the policy in charge and settled.
                    int stage = kill % stages.size();
                    if (stage == 0) {
                        site.host.hold();
                    }
                    int looks = kill < stages.size() ? 0 : random.nextInt(300);
                    Child victim = child;
                    Thread killer = killer(victim, state, stages, stage, looks);
                    site.put("cell", site.policy(bundle, digest, epoch));
                    killer.join();
                    victim.awaitEnd();
                    site.host.release();

                    String stored = stored(state, opener);
                    assertThat(stored).as("after kill " + kill).isIn(old, digest);
                    ends.add(stored.equals(digest) ? "new" : "old");
                    child = new Child(folder, XappChild.class, arguments);
                    // The mediator repeats the policy to an xApp that asks, so the old one soon gives way to the new.
                    String first = child.line();
                    assertThat(first).as("after kill " + kill).isIn(stored, digest);
                    if (!first.equals(digest)) {
                        assertThat(child.line()).isEqualTo(digest);
                    }
                    old = digest;
                }
            } finally {
                child.close();
            }
        }
        assertThat(ends).as("kills before and after the change").contains("old", "new");
    }

    /** What the store says to whoever opens it next, checked as the xApp checks it. */
    private static String stored(Path state, BundleOpener opener) throws IOException {
        PolicyStore store = new PolicyStore(state);
        if (store.active().isEmpty()) {
            return "baseline";
        }
        PolicyStore.Active active = store.active().get();
        assertThat(opener.open(store.bundle(active), store.keptEpoch())).isInstanceOf(Opening.Opened.class);
        return active.digest();
    }

    private static String digest(BundleOpener opener, byte[] bundle) {
        return switch (opener.open(bundle, 0)) {
            case Opening.Opened opened -> opened.policy().digest();
            case Opening.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    /** A child that failed by itself must not pass for one that was killed. */
    @Test
    void aChildThatEndsByItselfIsNoticed() throws Exception {
        try (Child child = new Child(folder, XappChild.class, List.of("no-such-file"))) {
            assertThatThrownBy(child::line).isInstanceOf(IOException.class).hasMessageContaining("ended by itself");
            assertThatThrownBy(child::awaitEnd).isInstanceOf(AssertionError.class);
        }
        assertThat(Files.readString(folder.resolve("child.err"))).contains("no-such-file");
    }
}
