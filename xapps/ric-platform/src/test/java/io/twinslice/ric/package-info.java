@NullMarked
package io.twinslice.ric;

import org.jspecify.annotations.NullMarked;
