package io.twinslice.grammar;

import java.util.List;

/** A type of the notation; see the package for the grammar. */
sealed interface AsnType {
    /** A type by name, resolved when it is met. */
    record Reference(String name) implements AsnType {}

    /** BOOLEAN. */
    record Bool() implements AsnType {}

    /** NULL. */
    record Nothing() implements AsnType {}

    /** REAL. */
    record Real() implements AsnType {}

    /** INTEGER, with bounds or not. */
    record Int(Range range) implements AsnType {}

    /** BIT STRING. */
    record Bits(Range size) implements AsnType {}

    /** OCTET STRING. */
    record OctetString(Range size) implements AsnType {}

    /** PrintableString. */
    record Text(Range size) implements AsnType {}

    /** ENUMERATED. */
    record Enumerated(List<String> root, boolean extensible, List<String> additions) implements AsnType {}

    /** SEQUENCE. */
    record Sequence(List<Field> root, boolean extensible, List<Field> additions) implements AsnType {}

    /** CHOICE. */
    record Choice(List<Field> root, boolean extensible, List<Field> additions) implements AsnType {}

    /** SEQUENCE OF. */
    record ListOf(Range size, AsnType item) implements AsnType {}

    /** One E2AP message: its row in the table of procedures and its IEs. */
    record Message(String name, int kind, int procedureCode, String criticality, List<Ie> ies) implements AsnType {}

    /** One container of a list of single containers. */
    record Container(Ie ie) implements AsnType {}

    /** The outermost CHOICE of E2AP. */
    record Pdu() implements AsnType {}

    /** A component of a SEQUENCE or an alternative of a CHOICE. */
    record Field(String name, AsnType type, boolean optional) {}

    /** An IE in a message or container. */
    record Ie(int id, String criticality, String type, boolean optional) {}

    /** Bounds of a number or a size; {@code bounded} is false where the text gives none. */
    record Range(boolean bounded, long lower, long upper, boolean extensible) {
        static final Range NONE = new Range(false, 0, 0, false);

        boolean holds(long number) {
            return number >= lower && number <= upper;
        }

        boolean fixed() {
            return bounded && lower == upper;
        }

        /** Number of values. */
        long count() {
            return upper - lower + 1;
        }
    }
}
