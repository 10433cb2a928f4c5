package io.twinslice.ns3;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.ns3.v1.PingRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests of the Python package: the supervisor with a stand-in for ns-3, and quota semantics with ns-3 itself. */
class PythonBridgeTest {
    private static final int PATIENCE_SECONDS = 900;

    @TempDir
    private Path folder;

    @Test
    void theSupervisorIsolatesWhateverAWorkerDoes() throws Exception {
        Path descriptor = Files.write(
                folder.resolve("ns3.desc"),
                PingRequest.getDescriptor().getFile().toProto().toByteArray());
        assertThat(run(List.of("TWINSLICE_NS3_DESCRIPTOR=" + descriptor), "test_schema", "test_supervisor"))
                .containsPattern("Ran [0-9]{2,} tests")
                .doesNotContain("skipped");
    }

    @Test
    void aCellOfNs3KeepsQuotasTimeAndSeeds() throws Exception {
        assertThat(run(List.of("TWINSLICE_NS3_WORKER=" + TestServer.worker()), "test_cell"))
                .containsPattern("Ran [0-9]+ tests")
                .doesNotContain("skipped");
    }

    private String run(List<String> variables, String... modules) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(TestServer.python(), "-B", "-W", "error::ResourceWarning", "-m", "unittest"));
        for (String module : modules) {
            command.add("twinslice_ns3.tests." + module);
        }
        Path log = folder.resolve("tests.log");
        ProcessBuilder tests = new ProcessBuilder(command)
                .directory(TestServer.BRIDGE.resolve("python").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        for (String variable : variables) {
            int equals = variable.indexOf('=');
            tests.environment().put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        Process running = tests.start();
        boolean ended = running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        running.descendants().forEach(ProcessHandle::destroyForcibly);
        running.destroyForcibly();
        String said = Files.readString(log);
        assertThat(ended).as("ended in time: %s", said).isTrue();
        assertThat(running.exitValue()).as(said).isZero();
        return said;
    }
}
