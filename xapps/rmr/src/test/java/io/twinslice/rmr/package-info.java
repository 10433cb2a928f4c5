@NullMarked
package io.twinslice.rmr;

import org.jspecify.annotations.NullMarked;
