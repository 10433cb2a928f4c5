/**
 * Twins of recorded cells: reads recordings, fits a simulated cell to some of them and says how close it comes to
 * others.
 */
@NullMarked
package io.twinslice.sync.recording;

import org.jspecify.annotations.NullMarked;
