package io.twinslice.aper;

/**
 * A bit of an encoding, told in a way that lengths and insertions in front of it do not change.
 *
 * @param openType which open type holds it, counted from 1 in the order they begin; 0 for the value itself
 * @param offset bits from the start of that open type's content
 */
record Place(int openType, int offset) {}
