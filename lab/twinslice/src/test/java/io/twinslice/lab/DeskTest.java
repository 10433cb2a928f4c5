package io.twinslice.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskTest {
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final AtomicLong now = new AtomicLong();

    @Test
    void numbersAlignToTheRightAndWordsToTheLeft() {
        desk(false)
                .table(
                        List.of("policy", "violations s", "note"),
                        List.of(List.of("learned", "1.5", "new"), List.of("equal", "120.25", "")));
        assertThat(text()).isEqualTo("""
              policy   violations s  note
              learned           1.5  new
              equal          120.25
            """);
    }

    @Test
    void aRowThatDoesNotFitItsHeaderIsRefused() {
        assertThatThrownBy(() -> desk(false).table(List.of("a", "b"), List.of(List.of("1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 cells under a header of 2");
    }

    @Test
    void quickWorkLeavesNoTrace() {
        try (Progress progress = desk(true).progress("calibrating", 10)) {
            for (int i = 0; i < 10; i++) {
                now.addAndGet(SECOND / 10);
                progress.advance(1);
            }
        }
        assertThat(text()).isEmpty();
    }

    @Test
    void aTerminalSeesOneRewrittenLineWithTheTimeLeft() {
        try (Progress progress = desk(true).progress("training", 10)) {
            now.set(5 * SECOND);
            progress.note("best 3.2 s");
            progress.at(2);
        }
        assertThat(text())
                .isEqualTo("\r  training ████░░░░░░░░░░░░░░░░░░░░  20 %  about 20 s left  best 3.2 s\u001b[K"
                        + "\r\u001b[K  training: stopped at 20 % after 5.0 s; best 3.2 s\n");
    }

    @Test
    void aTerminalWithoutBlocksGetsAsciiAndNoLineIsWiderThanTheTerminal() {
        Desk desk = new Desk(
                new PrintStream(out, true, StandardCharsets.US_ASCII), new Desk.Style(true, false, 30), now::get);
        Progress progress = desk.progress("training", 2);
        now.set(5 * SECOND);
        progress.at(1);
        assertThat(text()).isEqualTo("\r  training [############-----\u001b[K");
    }

    @Test
    void elsewhereLinesComeAtMostEveryFiveSecondsAndTenPercent() {
        try (Progress progress = desk(false).progress("training", 1000)) {
            for (int i = 0; i < 1000; i++) {
                now.addAndGet(SECOND / 10);
                progress.advance(1);
            }
        }
        List<String> lines = text().lines().toList();
        assertThat(lines).hasSizeBetween(8, 11);
        assertThat(lines.getFirst()).isEqualTo("  training: 10 % (100 of 1000), about 1 min 30 s left");
        assertThat(lines.getLast()).isEqualTo("  training: done in 1 min 40 s");
        assertThat(text()).doesNotContain("\r", "\u001b");
    }

    @Test
    void slowWorkStillGivesASignOfLife() {
        try (Progress progress = desk(false).progress("training", 1000)) {
            for (int i = 0; i < 10; i++) {
                now.addAndGet(10 * SECOND);
                progress.advance(1);
            }
            assertThat(text().lines()).hasSize(3);
        }
    }

    @Test
    void aSentenceDuringProgressGetsItsOwnLine() {
        Desk desk = desk(true);
        Progress progress = desk.progress("training", 10);
        now.set(5 * SECOND);
        progress.at(5);
        out.reset();
        desk.say("saved");
        assertThat(text())
                .isEqualTo("\r\u001b[K  saved\n  training ████████████░░░░░░░░░░░░  50 %  about 5.0 s left\u001b[K");
        out.reset();
        desk.interrupted();
        assertThat(text()).isEqualTo("\n");
    }

    @Test
    void colourIsOnlyForWhoWantsIt() {
        new Desk(stream(StandardCharsets.UTF_8), new Desk.Style(true, true, 80), now::get).step("training");
        assertThat(text()).isEqualTo("\u001b[1m▸ training\u001b[0m\n");
        out.reset();
        desk(true).step("training");
        assertThat(text()).isEqualTo("▸ training\n");
    }

    @Test
    void hostileTextStaysText() {
        desk(true).say("a\u001b[31m\r\n\u202eb");
        assertThat(text()).isEqualTo("  a?[31m???b\n");
    }

    @ParameterizedTest
    @CsvSource({"0,0.0 s", "9940,9.9 s", "9960,10 s", "59400,59 s", "60000,1 min 0 s", "3661000,1 h 1 min"})
    void durationsShowTheTwoUnitsThatMatter(long millis, String words) {
        assertThat(Progress.duration(millis * 1_000_000)).isEqualTo(words);
    }

    private Desk desk(boolean terminal) {
        return new Desk(stream(StandardCharsets.UTF_8), new Desk.Style(terminal, false, 100), now::get);
    }

    private PrintStream stream(Charset charset) {
        return new PrintStream(out, true, charset);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
