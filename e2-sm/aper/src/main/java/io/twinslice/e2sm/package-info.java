/**
 * Identities that E2AP, E2SM-KPM and E2SM-RC define alike: PLMN, slice, node, UE and cell identities and the name of a
 * RAN function (E2SM clause 6.2, TS 38.413 and 36.413). They live beside the encoding rules so that the three protocol
 * modules share them without depending on each other.
 */
@NullMarked
package io.twinslice.e2sm;

import org.jspecify.annotations.NullMarked;
