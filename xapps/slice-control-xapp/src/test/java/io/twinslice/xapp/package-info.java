@NullMarked
package io.twinslice.xapp;

import org.jspecify.annotations.NullMarked;
