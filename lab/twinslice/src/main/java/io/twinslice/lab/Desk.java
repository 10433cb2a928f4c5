package io.twinslice.lab;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a job shows while it works: headings, sentences, tables and {@link Progress}. Thread-safe.
 *
 * <p>On a terminal one line is rewritten while something progresses; elsewhere every line is final, so that logs stay
 * readable. Text from outside is printed with its control characters replaced.
 */
public final class Desk {
    /** Ends a rewritten line: everything right of the cursor disappears. */
    private static final String CLEAR_TO_END = "\u001b[K";

    private static final String BOLD = "\u001b[1m";
    private static final String YELLOW = "\u001b[33m";
    private static final String RESET = "\u001b[0m";

    private final PrintStream out;
    private final Style style;
    private final LongSupplier nanoTime;
    private final boolean rich;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Progress onLine;
    private volatile String farewell = "";

    /**
     * How to print.
     *
     * @param terminal whether a line can be rewritten
     * @param colour whether to use colour and weight
     * @param columns width of the terminal, at least 20
     */
    public record Style(boolean terminal, boolean colour, int columns) {
        /** Plain lines without colour. */
        public static final Style PLAIN = new Style(false, false, 80);

        public Style {
            if (columns < 20) {
                throw new IllegalArgumentException("columns must be at least 20, not " + columns);
            }
        }
    }

    /**
     * A desk that prints to {@code out}.
     *
     * @param nanoTime a clock that only goes forward, in nanoseconds
     */
    public Desk(PrintStream out, Style style, LongSupplier nanoTime) {
        this.out = out;
        this.style = style;
        this.nanoTime = nanoTime;
        this.rich = out.charset().newEncoder().canEncode("█░▸");
    }

    /** Heads a section of the work, for example {@code calibrating}. */
    public void step(String title) {
        print((rich ? "▸ " : "> ") + printable(title), BOLD);
    }

    /** A sentence under the current heading. */
    public void say(String line) {
        print("  " + printable(line), "");
    }

    /** A sentence that deserves attention but stops nothing. */
    public void warn(String line) {
        print("  note: " + printable(line), YELLOW);
    }

    /**
     * A table with aligned columns; columns of numbers are aligned to the right.
     *
     * @throws IllegalArgumentException when a row is not as long as the header
     */
    public void table(List<String> header, List<? extends List<String>> rows) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(header.stream().map(Desk::printable).toList());
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells under a header of " + header.size());
            }
            cells.add(row.stream().map(Desk::printable).toList());
        }
        List<String> lines = aligned(cells);
        lock.lock();
        try {
            print(lines.getFirst(), BOLD);
            lines.subList(1, lines.size()).forEach(line -> print(line, ""));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Begins to show how far something is; close it at the end. Nothing appears for what takes under two seconds.
     *
     * @param what a noun or gerund, for example {@code training}
     * @param total how many units there are, at least 1
     */
    public Progress progress(String what, long total) {
        return new Progress(this, printable(what), total);
    }

    /** What to say when the job is interrupted from now on, for example how to go on; empty for nothing. */
    public void farewell(String words) {
        farewell = words;
    }

    /**
     * Moves off a line that is being rewritten, so that the shell's prompt stands alone, and says the farewell. For
     * shutdown; never waits.
     */
    void interrupted() {
        if (lock.tryLock()) {
            try {
                if (onLine != null) {
                    onLine = null;
                    out.println();
                }
                if (!farewell.isEmpty()) {
                    out.println("  " + printable(farewell));
                }
                out.flush();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Shows the state of {@code progress} on the rewritten line. */
    void rewrite(Progress progress, String line) {
        lock.lock();
        try {
            onLine = progress;
            out.print("\r" + clipped(line) + CLEAR_TO_END);
            out.flush();
        } finally {
            lock.unlock();
        }
    }

    /** Replaces the rewritten line, if it is that of {@code progress}, by a final one. */
    void settle(Progress progress, String line) {
        lock.lock();
        try {
            if (onLine == progress) {
                onLine = null;
                out.print("\r" + CLEAR_TO_END);
            }
            print(line, "");
        } finally {
            lock.unlock();
        }
    }

    /** Serialises the progress shown here and what is printed around it. */
    ReentrantLock lock() {
        return lock;
    }

    long nanoTime() {
        return nanoTime.getAsLong();
    }

    Style style() {
        return style;
    }

    /** Whether block characters such as {@code ▃} reach the reader; otherwise keep to ASCII. */
    public boolean drawsBlocks() {
        return rich;
    }

    /** The text with every control, format and line character replaced, so that it can only be text. */
    static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> clean.appendCodePoint(isText(point) ? point : '?'));
        return clean.toString();
    }

    private static boolean isText(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private void print(String line, String look) {
        lock.lock();
        try {
            if (onLine != null) {
                out.print("\r" + CLEAR_TO_END);
            }
            out.println(style.colour() && !look.isEmpty() ? look + line + RESET : line);
            if (onLine != null) {
                out.print(clipped(onLine.line()) + CLEAR_TO_END);
            }
            out.flush();
        } finally {
            lock.unlock();
        }
    }

    /** A line that wraps cannot be rewritten. */
    private String clipped(String line) {
        int room = style.columns() - 1;
        return line.codePointCount(0, line.length()) <= room
                ? line
                : line.substring(0, line.offsetByCodePoints(0, room));
    }

    private static List<String> aligned(List<List<String>> cells) {
        int columns = cells.getFirst().size();
        StringBuilder[] lines = new StringBuilder[cells.size()];
        for (int row = 0; row < lines.length; row++) {
            lines[row] = new StringBuilder();
        }
        for (int column = 0; column < columns; column++) {
            int at = column;
            int width =
                    cells.stream().mapToInt(row -> length(row.get(at))).max().orElse(0);
            boolean numbers = cells.size() > 1
                    && cells.stream().skip(1).allMatch(row -> row.get(at).matches("[-+−]?[0-9][0-9 .,%]*.{0,24}|-|"));
            for (int row = 0; row < lines.length; row++) {
                String cell = cells.get(row).get(column);
                String padding = " ".repeat(width - length(cell));
                lines[row].append("  ").append(numbers ? padding + cell : cell + padding);
            }
        }
        return List.of(lines).stream()
                .map(line -> line.toString().stripTrailing())
                .toList();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
