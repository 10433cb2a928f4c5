/**
 * The productions of E2AP and its service models as data, and a slow, plain reader and writer that follow them bit by
 * bit. Tools show messages with it and tests hold the fast codecs against it; nothing of the two is shared but
 * {@link io.twinslice.aper.DecodeLimits} and the values {@link io.twinslice.aper.Octets} and
 * {@link io.twinslice.aper.BitString}.
 *
 * <p>The four files beside this package ({@code e2ap.asn}, {@code e2sm.asn}, {@code kpm.asn}, {@code rc.asn}) are
 * written in a part of ASN.1 notation:
 *
 * <pre>
 * file        = { name "::=" type }
 * type        = "BOOLEAN" | "NULL" | "REAL" | "INTEGER" [ "(" range ")" ]
 *             | ( "BIT STRING" | "OCTET STRING" | "PrintableString" ) [ "(" "SIZE" "(" range ")" ")" ]
 *             | "ENUMERATED" "{" item { "," item } "}"
 *             | "SEQUENCE" "{" field { "," field } "}" | "CHOICE" "{" field { "," field } "}"
 *             | "SEQUENCE" "(" "SIZE" "(" range ")" ")" "OF" ( type | "IE" "{" ie "}" )
 *             | "MESSAGE" kind procedureCode criticality "{" ie { "," ie } "}"
 *             | name
 * range       = bound [ ".." bound ] [ "," "..." ]
 * field       = name type [ "OPTIONAL" ] | "..."
 * ie          = id criticality name [ "OPTIONAL" ]
 * </pre>
 *
 * <p>What stands behind {@code "..."} are extension additions, extension alternatives or extension items. A MESSAGE is
 * one row of the table of elementary procedures together with its IEs; a list OF IE is E2AP's list of single
 * containers.
 */
@NullMarked
package io.twinslice.grammar;

import org.jspecify.annotations.NullMarked;
