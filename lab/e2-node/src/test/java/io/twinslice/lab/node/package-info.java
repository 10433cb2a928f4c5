@NullMarked
package io.twinslice.lab.node;

import org.jspecify.annotations.NullMarked;
