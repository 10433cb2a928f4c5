package io.twinslice.xapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Decision;
import io.twinslice.policy.Shield;
import io.twinslice.slicecontrol.ControlOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionJournalTest {
    private static final SliceReport REPORT = new SliceReport(9, 8, 4, 15, 20, 3, 31, 50, 12, 25, 10, 95, 70, 6);
    private static final TwinSnapshot STATE = new TwinSnapshot(
            4200, 100, 52, Site.SCENARIO.twins(), Collections.nCopies(4, REPORT), QuotaPlan.unsliced(4));

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("log/decisions.jsonl");
    }

    private static void decide(DecisionJournal journal, long control) {
        journal.decided(
                control,
                STATE,
                new Decision(QuotaPlan.unsliced(4), 0.125),
                new Shield.Admitted(QuotaPlan.equalSplit(4), true, "slice 0 below its \"floor\""),
                "d1");
    }

    @Test
    void aDecisionIsOneLineWithStateProposalActionPropensityDigestAndWhatTheShieldDid() throws IOException {
        try (DecisionJournal journal = new DecisionJournal(file(), 1 << 20)) {
            decide(journal, 7);
            journal.settled(7, new ControlOutcome.Refused("CONTROL_FAILED_TO_EXECUTE"));
            journal.settled(8, new ControlOutcome.TimedOut());
        }
        List<String> lines = Files.readAllLines(file());
        assertThat(lines).hasSize(3);
        JsonNode decision = new ObjectMapper().readTree(lines.get(0));
        assertThat(decision.path("kind").asText()).isEqualTo("decision");
        assertThat(decision.path("control").asLong()).isEqualTo(7);
        assertThat(decision.path("windowEndMillis").asLong()).isEqualTo(4200);
        assertThat(decision.path("policyDigest").asText()).isEqualTo("d1");
        assertThat(decision.path("propensity").asDouble()).isEqualTo(0.125);
        assertThat(decision.at("/state/factory/RRU.PrbUsedDl").asInt()).isEqualTo(15);
        assertThat(decision.at("/proposed/0").toString()).isEqualTo("[0,0,100]");
        assertThat(decision.at("/action/0").toString()).isEqualTo("[0,25,25]");
        assertThat(decision.path("shieldAltered").asBoolean()).isTrue();
        assertThat(decision.path("shieldReason").asText()).isEqualTo("slice 0 below its \"floor\"");
        assertThat(lines.get(1))
                .isEqualTo(
                        "{\"kind\":\"outcome\",\"control\":7,\"outcome\":\"refused\",\"cause\":\"CONTROL_FAILED_TO_EXECUTE\"}");
        assertThat(lines.get(2)).isEqualTo("{\"kind\":\"outcome\",\"control\":8,\"outcome\":\"timedOut\"}");
    }

    @Test
    void beyondItsBoundLinesAreCountedAndNotWritten() throws IOException {
        try (DecisionJournal journal = new DecisionJournal(file(), 200)) {
            for (int i = 0; i < 10; i++) {
                journal.settled(i, new ControlOutcome.Acknowledged());
            }
            assertThat(journal.linesLost()).isEqualTo(7);
        }
        assertThat(Files.size(file())).isLessThanOrEqualTo(200);
        assertThat(Files.readAllLines(file())).hasSize(3);
    }

    @Test
    void aLineThatADeadProcessLeftHalfWrittenDoesNotSpoilTheNext() throws IOException {
        Files.createDirectories(folder.resolve("log"));
        Files.writeString(file(), "{\"kind\":\"outc");
        try (DecisionJournal journal = new DecisionJournal(file(), 1 << 20)) {
            journal.settled(1, new ControlOutcome.Acknowledged());
        }
        try (DecisionJournal journal = new DecisionJournal(file(), 1 << 20)) {
            journal.settled(2, new ControlOutcome.Acknowledged());
        }
        assertThat(Files.readAllLines(file()))
                .containsExactly(
                        "{\"kind\":\"outc",
                        "{\"kind\":\"outcome\",\"control\":1,\"outcome\":\"acknowledged\"}",
                        "{\"kind\":\"outcome\",\"control\":2,\"outcome\":\"acknowledged\"}");
    }

    @Test
    void aFullDiskIsCountedAndStopsNothing() throws IOException {
        Path full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Files.isWritable(full), "skipped: this system has no /dev/full to write to");
        Path link = Files.createSymbolicLink(folder.resolve("full.jsonl"), full);
        DecisionJournal journal = new DecisionJournal(link, 1 << 20);
        decide(journal, 1);
        journal.flush();
        decide(journal, 2);
        assertThat(journal.linesLost()).isPositive();
    }
}
