package io.twinslice.lab;

import java.util.Locale;

/**
 * How far something is and how long it will still take. Thread-safe; close it at the end, also when it failed.
 *
 * <p>The remaining time assumes that the rest goes as fast as what is done.
 */
public final class Progress implements AutoCloseable {
    private static final long SILENT_NANOS = 2_000_000_000L;
    private static final long REWRITE_NANOS = 100_000_000L;
    private static final long LINE_NANOS = 5_000_000_000L;
    private static final long HEARTBEAT_NANOS = 30_000_000_000L;
    private static final int LINE_PERCENT = 10;
    private static final int BAR_CELLS = 24;

    private final Desk desk;
    private final String what;
    private final long total;
    private final long begunNanos;
    private long done;
    private String note = "";
    private long shownNanos;
    private long shownPercent;
    private boolean shown;
    private boolean closed;

    Progress(Desk desk, String what, long total) {
        if (total < 1) {
            throw new IllegalArgumentException("progress needs a total of at least 1, not " + total);
        }
        this.desk = desk;
        this.what = what;
        this.total = total;
        this.begunNanos = desk.nanoTime();
        this.shownNanos = begunNanos;
    }

    /** Adds to what is done; what exceeds the total is ignored. */
    public void advance(long units) {
        desk.lock().lock();
        try {
            at(done + Math.clamp(units, 0, total));
        } finally {
            desk.lock().unlock();
        }
    }

    /** Sets what is done, clamped to 0..total. */
    public void at(long units) {
        desk.lock().lock();
        try {
            done = Math.clamp(units, 0, total);
            show();
        } finally {
            desk.lock().unlock();
        }
    }

    /** A few words beside the bar, for example the best result so far. */
    public void note(String words) {
        desk.lock().lock();
        try {
            note = Desk.printable(words);
        } finally {
            desk.lock().unlock();
        }
    }

    /** Leaves one final line if anything was shown or the work took over two seconds. */
    @Override
    public void close() {
        desk.lock().lock();
        try {
            long elapsed = desk.nanoTime() - begunNanos;
            if (!closed && (shown || elapsed >= SILENT_NANOS)) {
                String end = done == total ? "done in " : "stopped at " + percent() + " % after ";
                desk.settle(this, "  " + what + ": " + end + duration(elapsed) + (note.isEmpty() ? "" : "; " + note));
            }
            closed = true;
        } finally {
            desk.lock().unlock();
        }
    }

    private void show() {
        long now = desk.nanoTime();
        if (closed || done == total || now - begunNanos < SILENT_NANOS) {
            return;
        }
        boolean due = desk.style().terminal()
                ? !shown || now - shownNanos >= REWRITE_NANOS
                : (now - shownNanos >= LINE_NANOS && percent() - shownPercent >= LINE_PERCENT)
                        || now - shownNanos >= HEARTBEAT_NANOS;
        if (!due) {
            return;
        }
        shown = true;
        shownNanos = now;
        shownPercent = percent();
        if (desk.style().terminal()) {
            desk.rewrite(this, line());
        } else {
            desk.settle(this, line());
        }
    }

    /** The present state in one line. */
    String line() {
        String left = done == 0 ? "" : "about " + duration(remainingNanos()) + " left";
        if (!desk.style().terminal()) {
            return "  " + what + ": " + percent() + " % (" + done + " of " + total + ")"
                    + (left.isEmpty() ? "" : ", " + left) + (note.isEmpty() ? "" : "; " + note);
        }
        int filled = (int) (BAR_CELLS * (double) done / total);
        String bar = desk.drawsBlocks()
                ? "█".repeat(filled) + "░".repeat(BAR_CELLS - filled)
                : "[" + "#".repeat(filled) + "-".repeat(BAR_CELLS - filled) + "]";
        return String.format(Locale.ROOT, "  %s %s %3d %%  %s  %s", what, bar, percent(), left, note)
                .stripTrailing();
    }

    private long percent() {
        return (long) (100.0 * done / total);
    }

    private long remainingNanos() {
        return (long) ((desk.nanoTime() - begunNanos) * ((double) (total - done) / done));
    }

    /** A duration in the two largest units that matter, for example {@code 2 min 5 s}. */
    static String duration(long nanos) {
        long seconds = Math.round(nanos / 1e9);
        if (seconds < 60) {
            return nanos < 9_950_000_000L ? String.format(Locale.ROOT, "%.1f s", nanos / 1e9) : seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
