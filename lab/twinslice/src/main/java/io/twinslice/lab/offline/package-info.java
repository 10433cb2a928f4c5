/**
 * What the recorded decisions of a slicing xApp on a real testbed allow to be said about other policies: the recording
 * is read, turned into a log of decisions, and evaluated. docs/evaluation.md says how and what came out.
 */
@NullMarked
package io.twinslice.lab.offline;

import org.jspecify.annotations.NullMarked;
