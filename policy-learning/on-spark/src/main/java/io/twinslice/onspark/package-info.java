/** Rollouts on Apache Spark. Nothing depends on this package; it is found when it is on the class path. */
@NullMarked
package io.twinslice.onspark;

import org.jspecify.annotations.NullMarked;
