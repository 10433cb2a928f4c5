package io.twinslice.rmr;

import java.nio.ByteBuffer;

/**
 * Cuts the byte stream of one connection into frames.
 *
 * <p>Memory follows the octets that arrived, never the length that was announced: the buffer doubles only when it is
 * full. A wrong length makes the rest of the stream unreadable ({@link #hasFrame} throws); a malformed frame of a right
 * length is skipped ({@link #take} throws, the next frame follows). Confined to one thread.
 */
final class FrameAssembler {
    private static final int FIRST_BYTES = 16 * 1024;

    private final int maxFrameBytes;
    private byte[] buffer;
    private int start;
    private int end;

    FrameAssembler(int maxFrameBytes) {
        this.maxFrameBytes = maxFrameBytes;
        this.buffer = new byte[Math.min(FIRST_BYTES, maxFrameBytes)];
    }

    /** Free space to read into, never empty once all whole frames are taken; tell {@link #filled} what was read. */
    ByteBuffer space() {
        if (start == end) {
            start = 0;
            end = 0;
        } else if (end == buffer.length) {
            makeRoom();
        }
        return ByteBuffer.wrap(buffer, end, buffer.length - end);
    }

    void filled(int bytes) {
        end += bytes;
    }

    boolean hasFrame() throws RmrFormatException {
        int available = end - start;
        return available >= RmrFrame.LENGTH_BYTES && available >= RmrFrame.announcedBytes(buffer, start, maxFrameBytes);
    }

    /** The frame that {@link #hasFrame} saw. */
    RmrMessage take() throws RmrFormatException {
        int frameBytes = RmrFrame.announcedBytes(buffer, start, maxFrameBytes);
        int from = start;
        start += frameBytes;
        return RmrFrame.decodeAt(buffer, from, frameBytes);
    }

    private void makeRoom() {
        int used = end - start;
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, used);
        } else {
            byte[] larger = new byte[(int) Math.min(maxFrameBytes, 2L * buffer.length)];
            System.arraycopy(buffer, 0, larger, 0, used);
            buffer = larger;
        }
        start = 0;
        end = used;
    }
}
