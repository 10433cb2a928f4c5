package io.twinslice.ns3;

/** A server said something of a window that no window can be. */
final class ImpossibleAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    ImpossibleAnswer(String message) {
        super(message);
    }
}
