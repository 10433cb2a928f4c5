package io.twinslice.aper;

/** In which way a known peer departs from the encoding rules or the text. */
public enum PeerDialect {
    /** Not at all. */
    STANDARD,
    /**
     * FlexRIC until early 2024 and nodes linked to it: compiled from texts whose CHOICEs have every extension
     * alternative moved into the root.
     */
    FLEXRIC_2023,
    /**
     * srsRAN: an INTEGER without bounds travels as the fewest octets of its magnitude, none for 0, and a leading zero
     * octet marks a negative one (128 is 01 80, -1 is 02 00 FF).
     */
    SRSRAN
}
