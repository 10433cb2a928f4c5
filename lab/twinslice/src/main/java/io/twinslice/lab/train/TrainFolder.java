package io.twinslice.lab.train;

import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.Complaint;
import io.twinslice.lab.JobFailure;
import io.twinslice.trainer.PlanFile;
import io.twinslice.trainer.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The folder of one training. While it runs there are the plan and checkpoints; a folder with a {@code train.json} is
 * complete.
 *
 * @param path exists
 * @param plan lies in it as {@code plan.json}
 */
record TrainFolder(Path path, TrainingPlan plan) {
    private static final String PLAN = "plan.json";
    private static final String RESULT = "train.json";
    private static final String CHECKPOINTS = "checkpoints";

    /** A new training; a finished one in the same place gives way, an interrupted one does not. */
    static TrainFolder begun(Path path, TrainingPlan plan) throws IOException, JobFailure {
        if (Files.exists(path.resolve(CHECKPOINTS))) {
            throw new JobFailure(Complaint.usage(
                    "an interrupted training lies in the folder",
                    path.toString(),
                    "go on with it by: twinslice train --resume " + path + ", or choose another folder with --out"));
        }
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new JobFailure(Complaint.usage("not a folder", path.toString(), "choose another one with --out"));
        }
        Files.createDirectories(path);
        Files.deleteIfExists(path.resolve(RESULT));
        AtomicFile.write(path.resolve(PLAN), PlanFile.toJson(plan));
        return new TrainFolder(path, plan);
    }

    /** The interrupted training in a folder. */
    static TrainFolder resumed(Path path) throws IOException, JobFailure {
        if (!Files.isRegularFile(path.resolve(PLAN))) {
            throw new JobFailure(Complaint.usage(
                    "no training lies there: no " + PLAN, path.toString(), "name the folder of an interrupted one"));
        }
        if (Files.exists(path.resolve(RESULT))) {
            throw new JobFailure(Complaint.usage(
                    "the training there is complete",
                    path.toString(),
                    "look at its report.html; or train anew by: twinslice train " + path.resolve(PLAN)
                            + " --out OTHER"));
        }
        return new TrainFolder(path, TrainCommand.read(path.resolve(PLAN)));
    }

    Path checkpoints() {
        return path.resolve(CHECKPOINTS);
    }

    Path result() {
        return path.resolve(RESULT);
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** Of a finished training they are of no use. */
    void forgetCheckpoints() throws IOException {
        if (!Files.exists(checkpoints())) {
            return;
        }
        try (Stream<Path> inside = Files.walk(checkpoints())) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
