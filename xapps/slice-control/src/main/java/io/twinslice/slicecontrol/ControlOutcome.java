package io.twinslice.slicecontrol;

/** What became of a control. Every control sent has exactly one outcome. */
public sealed interface ControlOutcome {
    /** The node said that it applied the quotas. */
    record Acknowledged() implements ControlOutcome {}

    /** The node said no; {@code cause} is its E2AP cause. */
    record Refused(String cause) implements ControlOutcome {}

    /** Nothing came within the deadline, or the control could not be sent. */
    record TimedOut() implements ControlOutcome {}
}
