/**
 * Composition root of the slice-control xApp: configuration, platform wiring, the policy store and the thread that
 * drives {@link io.twinslice.slicecontrol.ControlLoop}.
 */
@NullMarked
package io.twinslice.xapp;

import org.jspecify.annotations.NullMarked;
