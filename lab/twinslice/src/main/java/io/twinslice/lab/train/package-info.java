/** {@code twinslice train}: a training plan from its file to a policy, with what it is worth. */
@NullMarked
package io.twinslice.lab.train;

import org.jspecify.annotations.NullMarked;
