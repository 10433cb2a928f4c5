package io.twinslice.grammar;

import io.twinslice.aper.BitString;
import io.twinslice.aper.Octets;
import java.util.List;

/** What a {@link Node} holds. */
public sealed interface Value {
    /** INTEGER. */
    record Int(long value) implements Value {}

    /** BOOLEAN. */
    record Truth(boolean value) implements Value {}

    /** REAL. */
    record Real(double value) implements Value {}

    /** NULL. */
    record Nothing() implements Value {}

    /**
     * ENUMERATED.
     *
     * @param index place in the root; extension items count on behind it
     * @param root number of root items
     */
    record Item(String name, int index, int root) implements Value {}

    /** OCTET STRING, or the content of an open type that the grammar does not know. */
    record Content(Octets value) implements Value {}

    /** BIT STRING. */
    record Bits(BitString value) implements Value {}

    /** PrintableString. */
    record Text(String value) implements Value {}

    /** SEQUENCE: the components that are there. */
    record Fields(List<Node> fields) implements Value {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /** SEQUENCE OF. */
    record Items(List<Node> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** CHOICE or open type: the one that was chosen, under its name. */
    record Alternative(Node node) implements Value {}
}
