package io.twinslice.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real browser without a window; tests that need one are skipped where there is none. */
public final class Browser {
    private Browser() {}

    /** What the browser makes of the page, after its scripts ran; {@code folder} takes its files. */
    public static String rendered(Path folder, String page, String hash, String... options)
            throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("report.html"), page);
        Path dom = folder.resolve("dom.html");
        List<String> command = new ArrayList<>(List.of(
                chromium().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile"),
                "--virtual-time-budget=5000",
                "--dump-dom"));
        command.addAll(List.of(options));
        command.add(file.toUri() + hash);
        Process browser = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(folder.resolve("chromium.log").toFile())
                .start();
        if (!browser.waitFor(90, TimeUnit.SECONDS)) {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly();
        }
        String text = Files.readString(dom);
        assertThat(text)
                .as(() -> "the browser said: " + read(folder.resolve("chromium.log")))
                .contains("<body");
        return text;
    }

    /** A data attribute of the body, where the page writes down how it was drawn. */
    public static Optional<String> attribute(String dom, String name) {
        Matcher body = Pattern.compile("<body[^>]*>").matcher(dom);
        assertThat(body.find()).isTrue();
        Matcher value = Pattern.compile(" data-" + name + "=\"([^\"]*)\"").matcher(body.group());
        return value.find() ? Optional.of(value.group(1)) : Optional.empty();
    }

    private static Path chromium() {
        for (String entry : System.getenv("PATH").split(":", -1)) {
            for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
                Path candidate = Path.of(entry, name);
                if (Files.isExecutable(candidate)) {
                    return candidate;
                }
            }
        }
        System.err.println("SKIPPED: no chromium on the PATH, so nobody looked at the report");
        return abort("no chromium on the PATH (apt-get install chromium)");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
