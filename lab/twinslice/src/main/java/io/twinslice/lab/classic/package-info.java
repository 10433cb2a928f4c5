/** {@code twinslice benchmark classic}: the learners on the control tasks that others publish figures for. */
@NullMarked
package io.twinslice.lab.classic;

import org.jspecify.annotations.NullMarked;
