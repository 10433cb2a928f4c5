package io.twinslice.lab.run;

import io.twinslice.bundle.BundleOpener;
import io.twinslice.bundle.InvalidBundleException;
import io.twinslice.bundle.TrustRoot;
import io.twinslice.lab.Complaint;
import io.twinslice.lab.JobFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of one run. A run that was interrupted goes on in it: checkpoints of the training stay, what the live part
 * left is made anew. A finished run is never overwritten.
 *
 * @param path exists
 */
record RunFolder(Path path) {
    static final String BUNDLE = "policy.twinpolicy";
    static final String RUN_JSON = "run.json";

    static final String TRUST_ROOT = "trust-root.json";

    static RunFolder open(Path path) throws IOException, JobFailure {
        if (Files.exists(path.resolve(RUN_JSON))) {
            throw new JobFailure(Complaint.usage(
                    "the folder holds a finished run", path.toString(), "choose another folder with --out"));
        }
        Files.createDirectories(path);
        for (String leftover : List.of("xapp-state", "decisions.jsonl", BUNDLE)) {
            delete(path.resolve(leftover));
        }
        return new RunFolder(path);
    }

    /** Where training goes on from; removed by {@link #forgetCheckpoints}. */
    Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /** Of a finished run they are of no use. */
    void forgetCheckpoints() throws IOException {
        delete(checkpoints());
    }

    static TrustRoot trustRootBeside(Path bundle) throws IOException, JobFailure {
        Path file = bundle.resolveSibling(TRUST_ROOT);
        if (!Files.isReadable(file)) {
            throw new JobFailure(Complaint.usage(
                    "a bundle is judged by a trust root, and there is none beside it",
                    file.toString(),
                    "put the " + TRUST_ROOT + " of the run that made the bundle there"));
        }
        try {
            return TrustRoot.parse(Files.readAllBytes(file));
        } catch (InvalidBundleException e) {
            throw new JobFailure(
                    Complaint.usage(
                            "not a trust root: " + e.getMessage(),
                            file.toString(),
                            "take the one of the run that made the bundle"),
                    e);
        }
    }

    /** A bundle's octets; what no bundle can be is refused before it is read. */
    static byte[] read(Path bundle) throws IOException, JobFailure {
        long size = Files.size(bundle);
        if (size > BundleOpener.MAX_BUNDLE_BYTES) {
            throw new JobFailure(Complaint.usage(
                    "no bundle is that large: " + size + " bytes", bundle.toString(), "check the file"));
        }
        return Files.readAllBytes(bundle);
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(path)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
