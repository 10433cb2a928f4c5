/** From a snapshot to a quota plan: the {@link io.twinslice.policy.Policy} contract, baselines and the shield. */
@NullMarked
package io.twinslice.policy;

import org.jspecify.annotations.NullMarked;
