/**
 * E2AP, the protocol between an E2 node and the near-RT RIC (O-RAN.WG3.E2AP v02.03 and v03.01). One set of types serves
 * both versions: what v03.01 added is optional, and a message without it has the same octets in both.
 *
 * <p>{@link io.twinslice.e2ap.E2apPdu} is the entry point; each message is a record named like its ASN.1 type. A
 * message's IEs stand in one table beside its record, which drives both directions.
 *
 * <p>Above the encoding rules, receiving follows E2AP clause 10: IEs may come in any order; an unknown IE is skipped
 * unless its criticality is "reject"; a repeated IE or a missing mandatory one is an error.
 */
@NullMarked
package io.twinslice.e2ap;

import org.jspecify.annotations.NullMarked;
