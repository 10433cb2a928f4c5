package io.twinslice.model;

/**
 * A digital twin on the radio: who it is, which slice carries it, and what it was promised.
 *
 * @param name lower-case identifier, unique in its cell, 1..64 of {@code [a-z0-9-]}
 * @param slice the slice that carries it
 * @param sla the promise
 * @param priority weight of its violations in a reward, at least 0
 */
public record TwinProfile(String name, Snssai slice, Sla sla, double priority) {
    public TwinProfile {
        if (!name.matches("[a-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("a twin's name is 1..64 of [a-z0-9-], not \"" + name + "\"");
        }
        if (!(priority >= 0)) {
            throw new IllegalArgumentException("priority must not be negative, not " + priority);
        }
    }
}
