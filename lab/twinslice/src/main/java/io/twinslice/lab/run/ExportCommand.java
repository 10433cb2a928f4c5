package io.twinslice.lab.run;

import io.twinslice.bundle.BundleOpener;
import io.twinslice.bundle.Opening;
import io.twinslice.bundle.SignedPolicy;
import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.Complaint;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.JobFailure;
import io.twinslice.networks.Mlp;
import io.twinslice.onnx.Onnx;
import io.twinslice.onnx.OnnxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code twinslice export}: the network of a signed bundle in a format for the tools of others. */
@Command(
        name = "export",
        description = "Writes the network of a signed bundle as an ONNX model (opset 13). The bundle is opened as an"
                + " xApp opens it, by the trust-root.json beside it.")
public final class ExportCommand implements Callable<Integer> {
    private final InstantSource clock;
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "BUNDLE", description = "The signed bundle.")
    @SuppressWarnings("NullAway.Init")
    private Path bundle;

    @Option(names = "--onnx", paramLabel = "FILE", required = true, description = "Write the model to this file.")
    @SuppressWarnings("NullAway.Init")
    private Path onnx;

    /** @param clock tells whether the bundle is valid */
    public ExportCommand(InstantSource clock, Desk desk) {
        this.clock = clock;
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException, JobFailure, OnnxException {
        if (!Files.isRegularFile(bundle)) {
            throw new JobFailure(Complaint.usage("no such bundle", bundle.toString(), "name a *.twinpolicy file"));
        }
        byte[] octets = RunFolder.read(bundle);
        Opening opening = new BundleOpener(RunFolder.trustRootBeside(bundle), clock).open(octets, 0);
        return switch (opening) {
            case Opening.Refused refused -> {
                desk.say("the bundle does not open: " + refused.detail());
                yield ExitCode.ANSWER_IS_NO;
            }
            case Opening.Opened opened -> {
                export(opened.policy());
                yield ExitCode.OK;
            }
        };
    }

    private void export(SignedPolicy policy) throws IOException, OnnxException {
        Mlp network = policy.network();
        byte[] model = Onnx.write(
                network,
                Map.of(
                        "name", policy.name(),
                        "version", policy.manifest().version(),
                        "bundleDigest", policy.digest(),
                        "candidateDigest", policy.candidateDigest(),
                        "featureVersion", Integer.toString(policy.manifest().featureVersion()),
                        "twins", Integer.toString(policy.manifest().twins()),
                        "observation", "one row of features for each slice",
                        "action", "raw weight, minimum, dedicated and maximum of each slice"));
        if (!Arrays.equals(Onnx.read(model).parameters(), network.parameters())) {
            throw new IllegalStateException("the model does not hold the weights of the bundle");
        }
        AtomicFile.write(onnx, model);
        desk.say("wrote " + onnx + ": " + policy.name() + " "
                + policy.manifest().version() + ", layers " + network.layerSizes() + ", " + model.length + " bytes");
    }
}
