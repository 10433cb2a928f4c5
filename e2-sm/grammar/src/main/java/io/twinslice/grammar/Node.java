package io.twinslice.grammar;

import io.twinslice.aper.Octets;
import java.util.Optional;

/**
 * One named part of a message.
 *
 * @param name of the field, alternative or type; items of a list have none
 * @param bit where its encoding starts in the input, in bits; -1 in a tree that was not read
 * @param content the whole octets where it travelled in an open type
 */
public record Node(String name, int bit, Value value, Optional<Octets> content) {
    /** A node of a tree to be written. */
    public Node(String name, Value value) {
        this(name, -1, value, Optional.empty());
    }

    Node named(String other) {
        return new Node(other, bit, value, content);
    }
}
