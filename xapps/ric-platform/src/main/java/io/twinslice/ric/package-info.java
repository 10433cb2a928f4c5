/**
 * What the near-RT RIC platform offers an xApp, over HTTP and RMR.
 *
 * <ul>
 *   <li>{@link io.twinslice.ric.SubscriptionClient}: subscriptions at the subscription manager; the
 *       {@link io.twinslice.ric.SubscriptionNotification} comes to the xApp's own HTTP server, possibly before the
 *       answer
 *   <li>{@link io.twinslice.ric.RegistrationClient}: registration at the application manager
 *   <li>{@link io.twinslice.ric.A1Intake}: policy requests of the A1 mediator, its answers and the query at start
 *   <li>{@link io.twinslice.ric.PolicyTypeSchema}: a policy against the JSON schema of its type
 *   <li>{@link io.twinslice.ric.XappHttpServer}: health, metrics, configuration, notifications
 *   <li>{@link io.twinslice.ric.XappMetrics}: counters and gauges with a text exposition
 * </ul>
 *
 * <p>Everything that comes from the network is bounded and comes back as a value that says what was wrong; an xApp
 * never has to catch anything for a message it did not like.
 */
@NullMarked
package io.twinslice.ric;

import org.jspecify.annotations.NullMarked;
