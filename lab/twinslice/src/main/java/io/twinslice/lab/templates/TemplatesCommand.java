package io.twinslice.lab.templates;

import io.twinslice.env.Scenario;
import io.twinslice.env.ScenarioSuite;
import io.twinslice.env.Split;
import io.twinslice.evaluation.templates.TemplateAims;
import io.twinslice.evaluation.templates.TemplateSearch;
import io.twinslice.evaluation.templates.TemplateSearch.Found;
import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.Checks;
import io.twinslice.lab.Daemons;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.Progress;
import io.twinslice.policy.Baselines;
import io.twinslice.policy.Policy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code twinslice templates}. */
@Command(
        name = "templates",
        description =
                "Searches slice templates (basis, gain on need, dedicated part and ceiling of each slice) by NSGA-II"
                        + " for few violations, few PRBs and little movement at once, and plays the front it found on"
                        + " seeds that the search never saw, beside rules.")
public final class TemplatesCommand implements Callable<Integer> {
    private final Desk desk;
    private final int processors;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--scenario",
            paramLabel = "S",
            defaultValue = "flash-crowd",
            description = "Of the suite (default: ${DEFAULT-VALUE}).")
    private String scenario = "flash-crowd";

    @Option(
            names = "--generations",
            paramLabel = "N",
            defaultValue = "25",
            description = "Of the search (default: ${DEFAULT-VALUE}).")
    private int generations = 25;

    @Option(
            names = "--population",
            paramLabel = "N",
            defaultValue = "32",
            description = "Templates in a generation (default: ${DEFAULT-VALUE}).")
    private int population = 32;

    @Option(
            names = "--episodes",
            paramLabel = "N",
            defaultValue = "3",
            description = "Training episodes that each template plays (default: ${DEFAULT-VALUE}).")
    private int episodes = 3;

    @Option(
            names = "--test-episodes",
            paramLabel = "N",
            defaultValue = "10",
            description = "Episodes of the test split that the front plays (default: ${DEFAULT-VALUE}).")
    private int testEpisodes = 10;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the search (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "out/templates.html",
            description = "The page (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("out", "templates.html");

    @Option(names = "--json", paramLabel = "FILE", description = "Write the front to this file as well.")
    private Optional<Path> json = Optional.empty();

    /** @param processors episodes that are played side by side; only speed depends on it */
    public TemplatesCommand(Desk desk, int processors) {
        this.desk = desk;
        this.processors = processors;
    }

    @Override
    public Integer call() throws IOException {
        Checks.known(spec, "--scenario: no scenario of the suite", List.of(scenario), ScenarioSuite.names());
        within("--generations", generations, 1, 10_000);
        within("--population", population, 4, 1000);
        within("--episodes", episodes, 1, 1000);
        within("--test-episodes", testEpisodes, 1, 1000);
        ScenarioSuite suite = ScenarioSuite.synthetic();
        desk.step("searching templates for " + scenario);
        Front front;
        try (ExecutorService executor = Daemons.pool("episode", processors)) {
            List<Found> found = search(suite.scenario(scenario, Split.TRAIN), executor);
            desk.step("playing " + testEpisodes + " episodes that the search never saw");
            front = test(suite.scenario(scenario, Split.TEST), found, executor);
        }
        TemplatesPages pages = new TemplatesPages(scenario, testEpisodes, front);
        desk.table(TemplatesPages.HEADINGS, pages.rows());
        desk.step(pages.answer());
        AtomicFile.write(out, pages.html());
        desk.say("page: " + out);
        if (json.isPresent()) {
            AtomicFile.write(json.get(), pages.json());
        }
        return ExitCode.OK;
    }

    /** What was found and what rules do, both on test episodes. */
    record Front(List<String> twins, List<Tested> templates, List<Rule> rules) {
        Front {
            twins = List.copyOf(twins);
            templates = List.copyOf(templates);
            rules = List.copyOf(rules);
        }
    }

    /** Templates, with what they brought on test episodes. */
    record Tested(Found found, TemplateAims aims) {}

    /** A rule, with what it brought on test episodes. */
    record Rule(String name, TemplateAims aims) {}

    private List<Found> search(Scenario train, ExecutorService executor) {
        try (Progress progress = desk.progress("generations", generations)) {
            return TemplateSearch.search(
                    train::environment,
                    train.twins().size(),
                    Split.TRAIN.seeds(episodes),
                    population,
                    generations,
                    seed,
                    executor,
                    progress::at);
        }
    }

    private Front test(Scenario test, List<Found> found, ExecutorService executor) {
        int slices = test.twins().size();
        List<Tested> templates = new ArrayList<>();
        for (Found one : found) {
            templates.add(new Tested(one, mean(() -> one.policy("template"), test, executor)));
        }
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < Baselines.rules(slices).size(); i++) {
            int rule = i;
            Supplier<Policy> policy = () -> Baselines.rules(slices).get(rule);
            rules.add(new Rule(policy.get().name(), mean(policy, test, executor)));
        }
        return new Front(test.twins().stream().map(twin -> twin.name()).toList(), templates, rules);
    }

    private TemplateAims mean(Supplier<Policy> policy, Scenario test, ExecutorService executor) {
        List<CompletableFuture<TemplateAims>> played = Split.TEST.seeds(testEpisodes).stream()
                .map(episode -> CompletableFuture.supplyAsync(
                        () -> TemplateSearch.aims(policy.get(), test::environment, episode), executor))
                .toList();
        double violations = 0;
        double prbs = 0;
        double moved = 0;
        for (CompletableFuture<TemplateAims> one : played) {
            violations += one.join().violationSeconds() / testEpisodes;
            prbs += one.join().prbSeconds() / testEpisodes;
            moved += one.join().movedPercent() / testEpisodes;
        }
        return new TemplateAims(violations, prbs, moved);
    }

    private void within(String option, int value, int least, int most) {
        Checks.require(
                spec, value >= least && value <= most, option + " takes " + least + ".." + most + ", not " + value);
    }
}
