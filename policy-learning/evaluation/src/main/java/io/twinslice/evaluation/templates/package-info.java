/** Templates of slices, searched for several aims at once. */
@NullMarked
package io.twinslice.evaluation.templates;

import org.jspecify.annotations.NullMarked;
