package io.twinslice.xapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.bundle.Opening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyStoreTest {
    private static final byte[] A = Bundles.bundle(1, 3);
    private static final byte[] B = Bundles.bundle(2, 5);

    @TempDir
    private Path directory;

    private PolicyStore store() throws IOException {
        return new PolicyStore(directory);
    }

    private static PolicyStore.Active active(byte[] bundle, String json) {
        var policy = Bundles.opened(bundle);
        return new PolicyStore.Active("cell", json, policy.digest(), policy.epoch());
    }

    private void activate(byte[] bundle) throws IOException {
        PolicyStore store = store();
        store.stage(active(bundle, "{\"a\":1}"), bundle);
        store.settle();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] octets = Files.readAllBytes(file);
        octets[Math.floorMod(at, octets.length)] ^= 0x10;
        Files.write(file, octets);
    }

    private static void tear(Path file) throws IOException {
        byte[] octets = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(octets, octets.length / 2));
    }

    @Test
    void anEmptyStoreHasNoPolicyAndEpochZero() throws IOException {
        assertThat(store().active()).isEmpty();
        assertThat(store().keptEpoch()).isZero();
    }

    @Test
    void whatWasActivatedIsThereInTheNextProcess() throws IOException {
        activate(A);

        PolicyStore.Active active = store().active().orElseThrow();
        assertThat(active).isEqualTo(active(A, "{\"a\":1}"));
        assertThat(store().bundle(active)).isEqualTo(A);
        assertThat(store().keptEpoch()).isEqualTo(3);
    }

    @Test
    void aNewActivationReplacesTheOldOneAndLeavesNothingBehind() throws IOException {
        activate(A);
        activate(B);

        PolicyStore.Active active = store().active().orElseThrow();
        assertThat(active.digest()).isEqualTo(Bundles.opened(B).digest());
        assertThat(files()).containsExactly(active.digest() + "-5.twinpolicy", "active", "epoch");
    }

    @Test
    void aCrashBetweenStageAndSettleLeavesTheNewPolicy() throws IOException {
        activate(A);
        store().stage(active(B, "{}"), B);

        PolicyStore.Active active = store().active().orElseThrow();
        assertThat(store().bundle(active)).isEqualTo(B);
        assertThat(store().keptEpoch()).isEqualTo(5);
    }

    @Test
    void aCrashBeforeTheRecordWasReplacedLeavesTheOldPolicyOpenable() throws IOException {
        activate(A);
        Files.write(directory.resolve(active(B, "{}").digest() + "-5.twinpolicy"), B);
        Files.write(directory.resolve("active.new"), new byte[] {1, 2, 3});

        PolicyStore.Active active = store().active().orElseThrow();
        assertThat(store().keptEpoch()).isEqualTo(3);
        assertThat(Bundles.opener().open(store().bundle(active), store().keptEpoch()))
                .isInstanceOf(Opening.Opened.class);
    }

    @Test
    void whatDidNotComeInChargeGivesWayToWhatWasActiveBefore() throws IOException {
        activate(A);
        PolicyStore store = store();
        Optional<PolicyStore.Active> former = store.active();
        store.stage(active(B, "{}"), B);
        store.restore(former);

        assertThat(store().active()).isEqualTo(former);
        assertThat(store().bundle(former.orElseThrow())).isEqualTo(A);
        assertThat(store().keptEpoch()).isEqualTo(3);
        assertThat(files()).hasSize(3);
    }

    @Test
    void aWithdrawnPolicyIsGoneButItsEpochIsKept() throws IOException {
        activate(B);
        PolicyStore store = store();
        store.stageBaseline();
        store.settle();

        assertThat(store().active()).isEmpty();
        assertThat(store().keptEpoch()).isEqualTo(5);
        assertThat(files()).containsExactly("active", "epoch");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 17, 60, -1, -30, -64, -65, -66})
    void aFlippedRecordIsRefusedAndTheEpochIsKept(int at) throws IOException {
        activate(A);
        activate(B);
        flip(directory.resolve("active"), at);

        assertThatThrownBy(() -> store().active())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is damaged")
                .hasMessageContaining("active");
        assertThat(store().keptEpoch()).isEqualTo(5);
    }

    @Test
    void aTornRecordIsRefusedAndTheEpochIsKept() throws IOException {
        activate(B);
        tear(directory.resolve("active"));

        assertThatThrownBy(() -> store().active()).hasMessageContaining("is damaged");
        assertThat(store().keptEpoch()).isEqualTo(5);
    }

    @Test
    void anEmptyRecordIsRefused() throws IOException {
        activate(B);
        Files.write(directory.resolve("active"), new byte[0]);

        assertThatThrownBy(() -> store().active()).hasMessageContaining("is damaged");
    }

    @Test
    void aDamagedEpochIsMadeUpForByTheRecord() throws IOException {
        activate(B);
        flip(directory.resolve("epoch"), 3);

        assertThat(store().keptEpoch()).isEqualTo(5);
        assertThat(store().active()).isPresent();
    }

    @Test
    void withBothRecordsDamagedNoEpochIsGuessed() throws IOException {
        activate(B);
        flip(directory.resolve("epoch"), 3);
        tear(directory.resolve("active"));

        assertThatThrownBy(() -> store().keptEpoch()).isInstanceOf(IOException.class);
    }

    @Test
    void anOlderRecordThatIsPutBackIsKnownAsARollback() throws IOException {
        activate(A);
        byte[] record = Files.readAllBytes(directory.resolve("active"));
        activate(B);
        Files.write(directory.resolve("active"), record);
        Files.write(directory.resolve(active(A, "{}").digest() + "-3.twinpolicy"), A);

        assertThat(store().keptEpoch()).isEqualTo(5);
        PolicyStore.Active active = store().active().orElseThrow();
        assertThat(Bundles.opener().open(store().bundle(active), store().keptEpoch()))
                .isInstanceOfSatisfying(
                        Opening.Refused.class,
                        refused -> assertThat(refused.reason()).hasToString("ROLLBACK"));
    }

    @Test
    void aDamagedStoreTakesANewPolicyAndIsWholeAgain() throws IOException {
        activate(A);
        tear(directory.resolve("active"));
        activate(B);

        assertThat(store().active()).contains(active(B, "{\"a\":1}"));
        assertThat(store().keptEpoch()).isEqualTo(5);
    }

    @Test
    void theEpochNeverGoesBackWhateverHappens() throws IOException {
        List<Long> epochs = new ArrayList<>();
        activate(B);
        epochs.add(store().keptEpoch());
        tear(directory.resolve("active"));
        epochs.add(store().keptEpoch());
        store().stageBaseline();
        epochs.add(store().keptEpoch());
        store().settle();
        flip(directory.resolve("epoch"), 1);
        epochs.add(store().keptEpoch());
        store().settle();
        epochs.add(store().keptEpoch());

        assertThat(epochs).containsOnly(5L);
    }

    @Test
    void aPolicyTextWithEveryKindOfCharacterComesBack() throws IOException {
        String json = "{\"x\":\"\\u0000\\n\u00e4\u20ac\ud83d\ude00\\\"\"}";
        store().stage(active(A, json), A);

        assertThat(store().active().orElseThrow().policyJson()).isEqualTo(json);
    }

    @Test
    void aRecordThatIsTooLongIsNotRead() throws IOException {
        activate(A);
        Files.write(directory.resolve("active"), new byte[3 << 20]);

        assertThatThrownBy(() -> store().active()).hasMessageContaining("larger than");
    }
}
