package io.twinslice.slicecontrol;

/** What became of a control. Every control sent has exactly one outcome. */
public sealed interface ControlOutcome {
    /** The node said that it applied the quotas. */
    record Acknowledged() implements ControlOutcome {}

    /** The node said no, or the control could not be sent; {@code cause} is the E2AP cause or why it was not sent. */
    record Refused(String cause) implements ControlOutcome {}

    /** Nothing came within the deadline. */
    record TimedOut() implements ControlOutcome {}
}
