/**
 * A stand-in for the platform side of a near-RT RIC, for laptops and CI. It is a simulator: nobody deploys it, it keeps
 * its state in memory and trusts its own network.
 *
 * <p>{@link io.twinslice.lab.ric.NearRtRic} joins what a real platform spreads over five services: E2 termination,
 * subscription manager, application manager, A1 mediator and RMR. It answers as those services were recorded to answer,
 * oddities included, because an xApp or rApp has to live with them.
 */
@NullMarked
package io.twinslice.lab.ric;

import org.jspecify.annotations.NullMarked;
