package io.twinslice.env;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A scenario that a name tells whole, so that a plan can hold it and another process can play it. Immutable and
 * thread-safe.
 *
 * <p>The name is that of {@link Scenarios}, or {@value #SUITE} and a name of {@link ScenarioSuite}; the suite is the
 * synthetic one.
 */
public final class NamedScenario implements Supplier<Environment> {
    /** What the names of the suite begin with. */
    public static final String SUITE = "suite:";

    /** The longest name or reference that is looked at. */
    private static final int MOST_CHARS = 100;

    private static final Pattern REFERENCE = Pattern.compile("([a-z0-9:-]{1,64})/([a-z]{1,16})/([0-9]{1,6})");

    private final String name;
    private final Split split;
    private final Scenario scenario;

    private NamedScenario(String name, Split split, Scenario scenario) {
        this.name = name;
        this.split = split;
        this.scenario = scenario;
    }

    /**
     * Finds a scenario.
     *
     * @param name of {@link Scenarios}, or {@value #SUITE} and a name of {@link ScenarioSuite}
     * @param split of the suite; without meaning for the others, which are whole
     * @param windows length of an episode
     * @throws IllegalArgumentException when there is none of that name, or the windows are out of range
     */
    public static NamedScenario of(String name, Split split, int windows) {
        if (name.length() > MOST_CHARS) {
            throw new IllegalArgumentException("the name of a scenario has at most " + MOST_CHARS + " characters");
        }
        if (name.startsWith(SUITE)) {
            String inSuite = name.substring(SUITE.length());
            if (!ScenarioSuite.names().contains(inSuite)) {
                throw unknown(name);
            }
            return new NamedScenario(
                    name,
                    split,
                    ScenarioSuite.synthetic().scenario(inSuite, split).withWindows(windows));
        }
        for (Scenario scenario : Scenarios.all()) {
            if (scenario.name().equals(name)) {
                return new NamedScenario(name, split, scenario.withWindows(windows));
            }
        }
        throw unknown(name);
    }

    /** All names, those of {@link Scenarios} first. */
    public static List<String> names() {
        List<String> suite =
                ScenarioSuite.names().stream().map(name -> SUITE + name).toList();
        return Stream.concat(Scenarios.all().stream().map(Scenario::name), suite.stream())
                .toList();
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException(
                "no scenario is named \"" + name + "\"; there are " + String.join(", ", names()));
    }

    /** Name, split and windows in one word, which {@link #parse} takes. */
    public String reference() {
        return name + "/" + split.name().toLowerCase(Locale.ROOT) + "/" + scenario.windows();
    }

    /** @throws IllegalArgumentException when the word is no {@link #reference} */
    public static NamedScenario parse(String reference) {
        Matcher parts = REFERENCE.matcher(reference);
        if (reference.length() > MOST_CHARS || !parts.matches()) {
            throw new IllegalArgumentException("no reference of a scenario: NAME/SPLIT/WINDOWS is one");
        }
        return of(
                parts.group(1),
                Split.valueOf(parts.group(2).toUpperCase(Locale.ROOT)),
                Integer.parseInt(parts.group(3)));
    }

    /** With the prefix of the suite where it is of the suite. */
    public String name() {
        return name;
    }

    public Scenario scenario() {
        return scenario;
    }

    /** A fresh environment. */
    @Override
    public Environment get() {
        return scenario.environment();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamedScenario that && reference().equals(that.reference());
    }

    @Override
    public int hashCode() {
        return reference().hashCode();
    }

    @Override
    public String toString() {
        return reference();
    }
}
