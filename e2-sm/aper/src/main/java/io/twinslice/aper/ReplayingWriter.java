package io.twinslice.aper;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A writer that puts unknown extension additions back where they stood, while a codec that does not know them writes
 * the value they came with.
 *
 * <p>The codec writes what it wrote when the additions were not there, so each piece is put in as soon as the writer
 * stands at its {@link Place}: before the next bit, and at the latest before the open type around it ends.
 */
final class ReplayingWriter extends BitWriter {
    private final Set<Place> extensionBits = new HashSet<>();
    private final Map<Place, UnknownAdditions> bitmaps = new HashMap<>();
    private final Map<Place, UnknownAdditions> additions = new HashMap<>();
    private final Deque<Frame> outer = new ArrayDeque<>();
    private Frame frame = new Frame(0, 0);
    private int opened;
    private boolean inserting;

    /** An open type that is being written, and the bit its content starts at. */
    private record Frame(int openType, int start) {}

    ReplayingWriter(int initialOctets, PeerDialect dialect, List<UnknownAdditions> unknown) {
        super(initialOctets, dialect);
        for (UnknownAdditions each : unknown) {
            extensionBits.add(each.extensionBit());
            bitmaps.put(each.bitmap(), each);
            if (each.sent().length() > 0) {
                additions.put(each.place(), each);
            }
        }
    }

    @Override
    boolean isReplaying() {
        return true;
    }

    private Place here() {
        return new Place(frame.openType, position - frame.start);
    }

    /** Puts in what stood here: the additions of a SEQUENCE, then those of the one around it. */
    void insert() {
        if (inserting) {
            return;
        }
        inserting = true;
        boolean inserted;
        do {
            inserted = insertBitmap();
            inserted = insertAdditions() || inserted;
        } while (inserted);
        inserting = false;
    }

    private boolean insertBitmap() {
        UnknownAdditions bitmap = bitmaps.get(here());
        if (bitmap == null || bitmap.own()) {
            return false;
        }
        bitmap(bitmap);
        return true;
    }

    private boolean insertAdditions() {
        UnknownAdditions unknown = additions.get(here());
        if (unknown == null) {
            return false;
        }
        align();
        raw(unknown.sent().content(), 0, unknown.sent().length());
        return true;
    }

    private void bitmap(UnknownAdditions unknown) {
        bits(unknown.count() - 1L, 7);
        bits(Long.reverse(unknown.present()) >>> (64 - unknown.count()), unknown.count());
    }

    @Override
    public void bits(long value, int count) {
        insert();
        boolean extended = count > 0 && extensionBits.contains(here());
        super.bits(extended ? value | 1L << (count - 1) : value, count);
    }

    @Override
    public void align() {
        insert();
        super.align();
    }

    @Override
    void raw(byte[] content, int from, int count) {
        insert();
        super.raw(content, from, count);
    }

    @Override
    public void additions(int present, int known) {
        insert();
        UnknownAdditions bitmap = bitmaps.get(here());
        if (bitmap != null && bitmap.own()) {
            bitmap(bitmap);
        } else {
            super.additions(present, known);
        }
    }

    @Override
    public int beginOpenType() {
        int mark = super.beginOpenType();
        outer.push(frame);
        opened++;
        frame = new Frame(opened, position);
        return mark;
    }

    @Override
    public void endOpenType(int mark) {
        insert();
        inserting = true;
        super.endOpenType(mark);
        inserting = false;
        frame = outer.pop();
    }
}
