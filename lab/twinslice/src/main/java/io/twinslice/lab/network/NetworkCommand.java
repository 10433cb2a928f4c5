package io.twinslice.lab.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.Progress;
import io.twinslice.lab.ResultJson;
import io.twinslice.model.TwinProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code twinslice network}. */
@Command(
        name = "network",
        description = "Simulates several cells with interference, mobility and handover, and shows what each cell and"
                + " each twin had of it.")
public final class NetworkCommand implements Callable<Integer> {

    private final Desk desk;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--scene",
            paramLabel = "S",
            defaultValue = "macro",
            description = "macro (7 sites), street (3 sites) or hall (6 sites); default: ${DEFAULT-VALUE}.")
    private Scene scene = Scene.MACRO;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "Simulated time, 1..600 (default: ${DEFAULT-VALUE}).")
    private int seconds = 60;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides everything random (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to this file as well.")
    private Optional<Path> json = Optional.empty();

    public NetworkCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        if (seconds < 1 || seconds > 600) {
            throw new ParameterException(spec.commandLine(), "--seconds takes 1..600, not " + seconds);
        }
        desk.step(name() + ", seed " + seed + ", " + seconds + " s, equal guarantees in every cell");
        Tour tour;
        try (Progress progress = desk.progress("simulating", seconds)) {
            tour = Tour.of(scene, seconds, seed, progress::at);
        }
        List<String> header = new ArrayList<>(List.of("cell", "UEs", "PRBs used", "CQI", "Mbit/s"));
        scene.twins().forEach(twin -> header.add("late, " + twin.name()));
        desk.table(header, rows(tour));
        List<Double> sinr = tour.sinrDb();
        desk.say(String.format(
                Locale.ROOT,
                "SINR of the UEs at 5, 25, 50, 75, 95 %%: %.1f, %.1f, %.1f, %.1f, %.1f dB",
                sinr.get(0),
                sinr.get(1),
                sinr.get(2),
                sinr.get(3),
                sinr.get(4)));
        desk.say(String.format(
                Locale.ROOT,
                "%d handovers, %.1f in a minute; %d of them back within a second",
                tour.handovers(),
                tour.handovers() * 60.0 / tour.seconds(),
                tour.pingPongs()));
        if (json.isPresent()) {
            AtomicFile.write(json.get(), ResultJson.text(json(tour)));
        }
        return ExitCode.OK;
    }

    private String name() {
        return scene.name().toLowerCase(Locale.ROOT);
    }

    private static List<List<String>> rows(Tour tour) {
        List<List<String>> rows = new ArrayList<>();
        for (Tour.Cell cell : tour.cells()) {
            List<String> row = new ArrayList<>(List.of(
                    Integer.toString(rows.size()),
                    String.format(Locale.ROOT, "%.1f", cell.ues()),
                    String.format(Locale.ROOT, "%.0f %%", 100 * cell.prbShare()),
                    String.format(Locale.ROOT, "%.1f", cell.cqi()),
                    String.format(Locale.ROOT, "%.2f", cell.megabitPerSecond())));
            cell.lateShare().forEach(late -> row.add(String.format(Locale.ROOT, "%.1f %%", 100 * late)));
            rows.add(row);
        }
        return rows;
    }

    private ObjectNode json(Tour tour) {
        ObjectNode root = ResultJson.object();
        root.put("scene", name()).put("seed", seed).put("seconds", tour.seconds());
        root.put("handovers", tour.handovers()).put("pingPongs", tour.pingPongs());
        ArrayNode sinr = root.putArray("sinrDb");
        for (double value : tour.sinrDb()) {
            sinr.add(rounded(value, 100));
        }
        ArrayNode cells = root.putArray("cells");
        for (Tour.Cell cell : tour.cells()) {
            ObjectNode node = cells.addObject();
            node.put("ues", rounded(cell.ues(), 100));
            node.put("prbShare", rounded(cell.prbShare(), 10_000));
            node.put("cqi", rounded(cell.cqi(), 100));
            node.put("megabitPerSecond", rounded(cell.megabitPerSecond(), 1000));
            ObjectNode late = node.putObject("lateShare");
            List<TwinProfile> twins = scene.twins();
            for (int twin = 0; twin < twins.size(); twin++) {
                late.put(twins.get(twin).name(), rounded(cell.lateShare().get(twin), 10_000));
            }
        }
        return root;
    }

    private static double rounded(double value, int parts) {
        return Math.round(value * parts) / (double) parts;
    }
}
