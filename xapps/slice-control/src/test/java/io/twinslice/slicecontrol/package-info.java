@NullMarked
package io.twinslice.slicecontrol;

import org.jspecify.annotations.NullMarked;
