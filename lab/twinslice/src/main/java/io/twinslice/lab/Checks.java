package io.twinslice.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Checks of option values that more than one command needs; a failed check is bad usage. */
public final class Checks {
    static final String NAME = "[a-z0-9-]{1,64}";

    private final CommandSpec spec;

    Checks(CommandSpec spec) {
        this.spec = spec;
    }

    /** Refuses the command line with the words {@code otherwise} unless something holds. */
    public static void require(CommandSpec spec, boolean holds, String otherwise) {
        if (!holds) {
            throw new CommandLine.ParameterException(spec.commandLine(), otherwise);
        }
    }

    /** Refuses the command line unless each of {@code wanted} is one of {@code all}. */
    public static void known(CommandSpec spec, String complaint, List<String> wanted, List<String> all) {
        for (String name : wanted) {
            require(
                    spec,
                    all.contains(name),
                    complaint + " is named \"" + name + "\"; there are " + String.join(", ", all));
        }
    }

    void that(boolean holds, String otherwise) {
        require(spec, holds, otherwise);
    }

    String name(String option, String value) {
        that(value.matches(NAME), option + " takes 1..64 of a-z, 0-9 and \"-\", not \"" + value + "\"");
        return value;
    }

    long seed(long value) {
        that(value >= 0, "--seed takes a whole number from 0 to " + Long.MAX_VALUE + ", not " + value);
        return value;
    }

    int port(String option, int value) {
        that(value >= 0 && value <= 65535, option + " takes 0..65535, not " + value);
        return value;
    }

    Path readable(String option, Path file) {
        that(Files.exists(file), option + " names a file that does not exist: " + file);
        that(Files.isRegularFile(file), option + " must name a file, and this is none: " + file);
        that(Files.isReadable(file), option + " names a file that this user may not read: " + file);
        return file;
    }

    Optional<Path> readable(String option, Optional<Path> file) {
        return file.map(path -> readable(option, path));
    }

    Optional<Path> writable(String option, Optional<Path> file) {
        file.ifPresent(
                path -> that(!Files.isDirectory(path), option + " must name a file, and this is a folder: " + path));
        return file;
    }

    /** Reads {@code CAPTURE=TWIN} pairs; several captures may feed one twin, but no capture two. */
    Map<String, String> map(List<String> pairs, Optional<Path> traffic) {
        that(pairs.isEmpty() || traffic.isPresent(), "--map needs --traffic: there is no recording to map");
        Map<String, String> map = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            that(equals > 0, "--map takes CAPTURE=TWIN[,CAPTURE=TWIN...], not \"" + pair + "\"");
            String capture = pair.substring(0, equals).strip();
            that(!capture.isEmpty() && capture.length() <= 256, "--map: a capture's name has 1..256 characters");
            String twin = name("--map: the twin", pair.substring(equals + 1).strip());
            that(map.put(capture, twin) == null, "--map names the capture \"" + capture + "\" twice");
        }
        return map;
    }
}
