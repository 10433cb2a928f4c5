package io.twinslice.aper;

/**
 * The extension additions of one SEQUENCE that this end's text does not have, as they were sent (X.691 clauses 19.7 to
 * 19.9); also a bitmap that is longer or shorter than this end would send.
 *
 * @param extensionBit the bit that announced them
 * @param bitmap where the bitmap stands, with its length before it
 * @param count length of the bitmap
 * @param present bit i for addition i
 * @param own whether this end sends additions of its own there, and so a bitmap
 * @param place where the first unknown addition stands, before alignment
 * @param sent the unknown additions, each with its length
 */
record UnknownAdditions(
        Place extensionBit, Place bitmap, int count, long present, boolean own, Place place, Octets sent) {}
