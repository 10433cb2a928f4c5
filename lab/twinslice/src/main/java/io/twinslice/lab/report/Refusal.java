package io.twinslice.lab.report;

/**
 * Something that was refused, and how often.
 *
 * @param by who refused: for example {@code shield}, {@code e2-node}, {@code verification}, {@code xapp}
 * @param reason why
 * @param count how often, at least 0
 */
public record Refusal(String by, String reason, long count) {
    public Refusal {
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative, not " + count);
        }
    }
}
