@NullMarked
package io.twinslice.lab.ric;

import org.jspecify.annotations.NullMarked;
