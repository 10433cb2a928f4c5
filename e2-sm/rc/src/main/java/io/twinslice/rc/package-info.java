/**
 * E2SM-RC: control of a RAN (O-RAN.WG3.E2SM-RC v01.03). The control that slices need is written by the module for
 * slices.
 *
 * <p>The productions an E2AP message carries, and their types (clause 9.2):
 *
 * <pre>
 * E2SM-RC-RANFunctionDefinition = name [ event triggers ] [ report ] [ insert ] [ control ] [ policy ]   {@link io.twinslice.rc.RcFunctionDefinition}
 * E2SM-RC-EventTrigger          = format 1 messages | 2 call process | 3 node | 4 UE | 5 on demand       {@link io.twinslice.rc.RcEventTrigger}
 * E2SM-RC-ActionDefinition      = style, format 1 report | 2 policy | 3 insert | ... 4 several inserts   {@link io.twinslice.rc.RcActionDefinition}
 * E2SM-RC-IndicationHeader      = format 1 | 2 | ... 3                                                   {@link io.twinslice.rc.RcIndicationHeader}
 * E2SM-RC-IndicationMessage     = format 1 | 2 | 3 | 4 | 5 | ... 6                                       {@link io.twinslice.rc.RcIndicationMessage}
 * E2SM-RC-CallProcessID         = format 1: call process id                                              {@link io.twinslice.rc.RcCallProcessId}
 * E2SM-RC-ControlHeader         = format 1: UE, style, action, [ decision ] | ... 2                      {@link io.twinslice.rc.RcControlHeader}
 * E2SM-RC-ControlMessage        = format 1: { parameter } | ... 2: { style, { action, format 1 } }       {@link io.twinslice.rc.RcControlMessage}
 * E2SM-RC-ControlOutcome        = format 1: { parameter, value } | ... 2 | 3                             {@link io.twinslice.rc.RcControlOutcome}
 *   parameter = id, content                                                                              {@link io.twinslice.rc.RanParameter}
 *   content   = element with key flag | element | structure { parameter } | list { structure }           {@link io.twinslice.rc.RanParameterContent}
 *   value     = boolean | integer | real | bits | octets | text                                          {@link io.twinslice.rc.RanParameterValue}
 *   test      = id, element | presence or comparison | structure { test } | list { test }                {@link io.twinslice.rc.RanParameterTest}
 * </pre>
 *
 * <p>What stands behind "..." travels as an extension alternative, which {@link io.twinslice.aper.PeerDialect} knows
 * peers to have in the root.
 */
@NullMarked
package io.twinslice.rc;

import org.jspecify.annotations.NullMarked;
