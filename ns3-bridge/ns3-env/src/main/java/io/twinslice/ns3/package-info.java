/**
 * A cell of ns-3 as an environment: {@link io.twinslice.ns3.Ns3Environment} plays an
 * {@link io.twinslice.ns3.Ns3Scenario} by way of a server, {@code twinslice_ns3}, whose protocol is
 * {@code twinslice/ns3/v1/ns3.proto}.
 *
 * <p>Nothing here loads ns-3, which is licensed otherwise: it runs in processes of its own.
 */
@NullMarked
package io.twinslice.ns3;

import org.jspecify.annotations.NullMarked;
