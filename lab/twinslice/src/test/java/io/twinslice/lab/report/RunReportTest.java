package io.twinslice.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.twinslice.lab.report.ReportData.Counts;
import io.twinslice.lab.report.TwinSeries.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {
    private static final String HOSTILE = "</script><script>document.body.dataset.owned=1</script>"
            + "<img src=x onerror=alert(1)>'\"&\u202e\u0000\n{{7*7}}";

    @TempDir
    private Path folder;

    @Test
    void aBrowserDrawsEveryPlotInLightAndNothingSticksOut() throws Exception {
        String page = RunReport.html(SampleReport.passed(1));
        keep("sample-report.html", page);
        String dom = rendered(page, "#check", "--window-size=1280,900");
        assertThat(attribute(dom, "script-errors")).isEmpty();
        assertThat(attribute(dom, "plots")).contains(String.valueOf(SampleReport.PLOTS));
        assertThat(attribute(dom, "painted")).contains(String.valueOf(SampleReport.PLOTS));
        assertThat(attribute(dom, "overflow")).contains("0");
        assertThat(attribute(dom, "theme")).contains("light");
    }

    @Test
    void hostileTextsStayTextsOnAPhoneInTheDarkWhereTheToggleRedrawsInLight() throws Exception {
        String page = RunReport.html(SampleReport.refused(2, plain -> plain + HOSTILE));
        keep("hostile-report.html", page);
        String dom = rendered(
                inPhone(page),
                "",
                "--window-size=800,900",
                "--allow-file-access-from-files",
                "--blink-settings=preferredColorScheme=0");
        assertThat(attribute(dom, "width")).contains("390");
        assertThat(attribute(dom, "owned")).isEmpty();
        assertThat(attribute(dom, "script-errors")).isEmpty();
        assertThat(attribute(dom, "plots")).contains(String.valueOf(SampleReport.PLOTS));
        assertThat(attribute(dom, "painted")).contains(String.valueOf(SampleReport.PLOTS));
        assertThat(attribute(dom, "overflow")).contains("0");
        assertThat(attribute(dom, "theme")).as("toggled from dark").contains("light");
    }

    @Test
    void aRunThatDidNextToNothingStillHasAReport() throws Exception {
        String page = RunReport.html(new ReportData(
                "Twinslice run",
                "factory",
                1,
                true,
                Optional.empty(),
                "starve",
                "equal",
                "FAIL",
                List.of(),
                false,
                new Counts(0, 0, 0, 0, 0),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
        String dom = rendered(page, "#check", "--window-size=1280,900");
        assertThat(attribute(dom, "plots")).contains("0");
        assertThat(attribute(dom, "script-errors")).isEmpty();
    }

    @Test
    void theSameDataGivesTheSamePage() {
        assertThat(RunReport.html(SampleReport.passed(1))).isEqualTo(RunReport.html(SampleReport.passed(1)));
    }

    @Test
    void thePageNeedsNoNetwork() {
        String page = RunReport.html(SampleReport.passed(1));
        assertThat(page).doesNotContain("<link", "src=\"", "@import", "url(", "sourceMappingURL");
        assertThat(page)
                .contains("default-src 'none'")
                .contains("Chart.js Contributors", "Permission is hereby granted");
    }

    @Test
    void theHeadlineSaysTheOutcome() {
        assertThat(RunReport.html(SampleReport.passed(1)))
                .contains("passed verification and took over the live RAN: 68 % less time with broken promises");
        assertThat(RunReport.html(SampleReport.refused(1, plain -> plain)))
                .contains("Verification refused the policy “learned”: 1 of 4 gates failed, so it stayed in the"
                        + " laboratory.");
    }

    @Test
    void aLinkNeverLeavesItsFolderByScheme() {
        String page = RunReport.html(SampleReport.refused(1, plain -> "javascript:alert(1)//" + plain));
        assertThat(page)
                .contains("href=\"./javascript%3Aalert%281%29//run.json\"")
                .doesNotContain("href=\"javascript");
    }

    @Test
    void aLongRunIsThinnedToItsWorstAndKeepsItsEnd() {
        List<Window> windows = new ArrayList<>();
        for (int i = 1; i <= 10_000; i++) {
            windows.add(new Window(i, 0, 10, 100, i == 4321 ? 99 : 1, i == 777 ? 500 : 2, i == 9_001));
        }
        List<Window> thinned = PlotData.thinned(windows);
        assertThat(thinned).hasSizeLessThanOrEqualTo(PlotData.MAX_POINTS);
        assertThat(thinned.getLast().endSeconds()).isEqualTo(10_000);
        assertThat(thinned.stream().mapToDouble(Window::delayMillis).max()).hasValue(99);
        assertThat(thinned.stream().mapToDouble(Window::aoiMillis).max()).hasValue(500);
        assertThat(thinned.stream().filter(Window::violated)).hasSize(1);
    }

    /**
     * A page that shows the report 390 pixels wide in dark, narrower than a browser window can be, and copies its
     * result.
     */
    private String inPhone(String page) throws IOException {
        Files.writeString(folder.resolve("phone.html"), page);
        return """
            <!doctype html><html style="color-scheme: dark"><body><iframe src="phone.html#check-toggled" width="390" height="844"
            style="border: 0; color-scheme: dark"></iframe><script>
            const frame = document.querySelector('iframe');
            frame.onload = () => Object.assign(document.body.dataset, frame.contentDocument.body.dataset);
            </script></body></html>
            """;
    }

    /** What a real browser makes of the page, after its scripts ran. */
    private String rendered(String page, String hash, String... options) throws IOException, InterruptedException {
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

    private static Optional<String> attribute(String dom, String name) {
        Matcher body = Pattern.compile("<body[^>]*>").matcher(dom);
        assertThat(body.find()).isTrue();
        Matcher value = Pattern.compile(" data-" + name + "=\"([^\"]*)\"").matcher(body.group());
        return value.find() ? Optional.of(value.group(1)) : Optional.empty();
    }

    /** Left in the build folder for whoever wants to look at it. */
    private static void keep(String name, String page) throws IOException {
        Path target = Path.of("target", name);
        Files.createDirectories(target.resolveSibling(""));
        Files.writeString(target, page, StandardCharsets.UTF_8);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
