/** {@code twinslice network}: several cells with interference and handover, to look at. */
@NullMarked
package io.twinslice.lab.network;

import org.jspecify.annotations.NullMarked;
