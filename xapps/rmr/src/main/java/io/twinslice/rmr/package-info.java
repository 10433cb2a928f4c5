/**
 * RMR over TCP (the SI95 transport of the near-RT RIC) in plain Java.
 *
 * <pre>
 * frame    = transport-header(50) rmr-header(280) trace d1(4) d2 payload   RmrFrame
 * message  = what an application reads and writes of a frame               RmrMessage
 * table    = 1*( record "\n" )                                             RouteTable, RouteTableAssembler
 * record   = newrt | rte | mse | del | updatert | meid_map | mme_ar | mme_del
 * </pre>
 *
 * <p>An {@link io.twinslice.rmr.RmrEndpoint endpoint} starts no thread. One application thread waits, reads the sockets
 * and handles the messages, so a message crosses no thread between the kernel and its handler; sends may come from any
 * thread and never block on a full socket.
 */
@NullMarked
package io.twinslice.rmr;

import org.jspecify.annotations.NullMarked;
