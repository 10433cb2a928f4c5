/** {@code twinslice benchmark kbrl}: the public slicing benchmark, its learner and ours. */
@NullMarked
package io.twinslice.lab.kbrl;

import org.jspecify.annotations.NullMarked;
