package io.twinslice.aper;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where a decoder stands: in the octets, in the path of fields and within the limits. */
abstract class BitCursor {
    private static final VarHandle WINDOW = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final byte[] NOTHING = {};

    private final DecodeLimits limits;
    final PeerDialect dialect;
    private String root = "";

    byte[] data = NOTHING;
    int position;
    int end;
    private int itemsLeft;

    @Nullable
    List<Object> remarks;
    /** Whether {@link #data} is an open type's content put together from fragments. */
    boolean scattered;

    /** The open type that is being read, how many there were, and the bit its content starts at. */
    int openType;

    int opened;
    int start;
    private final OpenAdditions additions = new OpenAdditions();

    private @Nullable Object workspace;

    private int depth;
    private @Nullable String[] names = new @Nullable String[16];
    private int[] indexes = new int[16];

    BitCursor(DecodeLimits limits, PeerDialect dialect) {
        this.limits = limits;
        this.dialect = dialect;
    }

    final void open(String name, byte[] octets) throws DecodeException {
        root = name;
        depth = 0;
        position = 0;
        start = 0;
        opened = 0;
        openType = 0;
        if (octets.length > limits.octets()) {
            end = 0;
            throw new DecodeException(root + " at bit 0: " + octets.length + " octets exceed the limit of "
                    + limits.octets() + "; raise the limit or drop the sender");
        }
        data = octets;
        end = octets.length * 8;
        itemsLeft = limits.items();
    }

    /** Steps into field {@code name}; every enter needs its {@link #leave()}. */
    public void enter(String name) throws DecodeException {
        if (depth == limits.depth()) {
            throw malformed(name, "nesting exceeds the limit of " + limits.depth());
        }
        if (depth == names.length) {
            names = Arrays.copyOf(names, depth * 2);
            indexes = Arrays.copyOf(indexes, depth * 2);
        }
        names[depth] = name;
        indexes[depth] = -1;
        depth++;
    }

    public void leave() {
        depth--;
    }

    /** Says that the innermost field is a list and its item {@code index} is about to be read. */
    public void item(int index) {
        indexes[depth - 1] = index;
    }

    /**
     * The next {@code count} (at most 64) bits as an unsigned number.
     *
     * <p>Up to 56 bits come out of one 8-octet window, which near the end of the input begins before the position.
     */
    public long bits(String name, int count) throws DecodeException {
        int from = position;
        if (count > end - from) {
            throw malformed(name, count + " bits wanted, " + Math.max(0, end - from) + " left");
        }
        position = from + count;
        int base = Math.min(from >>> 3, data.length - 8);
        if (base < 0 || count > 56) {
            return bitsOneByOne(from, count);
        }
        long window = (long) WINDOW.get(data, base);
        return window << (from - (base << 3)) >>> 1 >>> (63 - count);
    }

    private long bitsOneByOne(int from, int count) {
        long value = 0;
        for (int i = from; i < from + count; i++) {
            value = (value << 1) | ((data[i >>> 3] >>> (7 - (i & 7))) & 1);
        }
        return value;
    }

    /** The {@code count} (at most 32) next bits as an unsigned number: extension and presence bits of a SEQUENCE. */
    public int preamble(int count) throws DecodeException {
        int preamble = (int) bits("preamble", count);
        if (remarks != null && preamble >>> (count - 1) != 0) {
            additions.announced(new Place(openType, position - count - start));
        }
        return preamble;
    }

    /** The bit before a SEQUENCE that says whether extension additions follow behind its root. */
    public boolean extensionBit() throws DecodeException {
        boolean set = bits("extension bit", 1) != 0;
        if (set && remarks != null) {
            additions.announced(new Place(openType, position - 1 - start));
        }
        return set;
    }

    public boolean bool(String name) throws DecodeException {
        return bits(name, 1) != 0;
    }

    void need(String name, long count) throws DecodeException {
        if (count > end - position) {
            throw malformed(name, count + " bits wanted, " + Math.max(0, end - position) + " left");
        }
    }

    void align() {
        position = (position + 7) & ~7;
    }

    /** A length determinant; {@value BitWriter#FRAGMENT} or more units mean that another fragment follows. */
    int fragment(String name) throws DecodeException {
        align();
        int first = (int) bits(name, 8);
        if (first < 0x80) {
            return first;
        }
        if (first < 0xC0) {
            return ((first & 0x3F) << 8) | (int) bits(name, 8);
        }
        int units = first & 0x3F;
        if (units < 1 || units > 4) {
            throw malformed(name, "a fragment of " + units + " times 16K");
        }
        return units * BitWriter.FRAGMENT;
    }

    byte[] raw(String name, int count) throws DecodeException {
        need(name, count * 8L);
        byte[] content;
        if ((position & 7) == 0) {
            content = Arrays.copyOfRange(data, position >>> 3, (position >>> 3) + count);
            position += count * 8;
        } else {
            content = new byte[count];
            for (int i = 0; i < count; i++) {
                content[i] = (byte) bits(name, 8);
            }
        }
        return content;
    }

    void claim(String name, int items) throws DecodeException {
        if (items > end - position) {
            throw malformed(name, items + " items cannot fit the " + (end - position) + " bits that are left");
        }
        if (items > itemsLeft) {
            throw malformed(name, "more list items than the limit of " + limits.items());
        }
        itemsLeft -= items;
    }

    /** The error that field {@code name} is wrong here. */
    public DecodeException malformed(String name, String problem) {
        StringBuilder path = new StringBuilder(root);
        for (int i = 0; i < depth; i++) {
            path.append('.').append(names[i]);
            if (indexes[i] >= 0) {
                path.append('[').append(indexes[i]).append(']');
            }
        }
        path.append('.').append(name).append(" at bit ").append(position);
        return new DecodeException(path.append(": ").append(problem).toString());
    }

    /** What a codec uses again from message to message, made by {@code fresh} the first time. */
    public <W> W workspace(Class<W> kind, Supplier<W> fresh) {
        if (!kind.isInstance(workspace)) {
            workspace = fresh.get();
        }
        return kind.cast(workspace);
    }

    public boolean keepsRemarks() {
        return remarks != null;
    }

    /** Notes {@code remark}, if remarks are kept. */
    public void remark(Object remark) {
        if (remarks != null) {
            remarks.add(remark);
        }
    }

    /** Notes that the value does not tell the bits from {@code from} to the position. */
    public void remarkBits(int from) throws DecodeException {
        int count = position - from;
        if (remarks != null && !scattered && count > 0 && count <= 56) {
            position = from;
            remarks.add(new AsSent.Bits(from, count, bits("remark", count)));
        }
    }

    /** What was noted so far; a reader that keeps remarks starts anew. */
    public List<Object> takeRemarks() {
        additions.clear();
        if (remarks == null) {
            return List.of();
        }
        List<Object> taken = List.copyOf(remarks);
        remarks.clear();
        return taken;
    }

    /** Where the next bit stands in the input, or in the content of an open type that came in fragments. */
    public int position() {
        return position;
    }

    /** Which extension additions are present, bit i for addition i; call it behind the root when it was announced. */
    public long additions() throws DecodeException {
        if (bool("extension additions")) {
            throw malformed("extension additions", "more than 64 extension additions");
        }
        int count = (int) bits("extension additions", 6) + 1;
        long present = Long.reverse(bits("extension additions", count) << (64 - count));
        if (remarks != null) {
            additions.bitmap(new Place(openType, position - 7 - count - start), count, present);
        }
        return present;
    }

    /**
     * Skips the additions of {@code present} from index {@code known} on, which this end does not know. A reader that
     * keeps remarks notes them, so that {@link AsSent} can write them again.
     */
    public void skipAdditions(long present, int known) throws DecodeException {
        int from = position;
        for (long left = present >>> known; left != 0; left &= left - 1) {
            skipOpenType("extension additions");
        }
        if (remarks != null) {
            Octets sent = Octets.owning(
                    from == position ? NOTHING : Arrays.copyOfRange(data, (from + 7) >>> 3, position >>> 3));
            additions.end(known, new Place(openType, from - start), sent).ifPresent(remarks::add);
        }
    }

    /** Skips every extension addition of a SEQUENCE that has none in the text this end follows. */
    public void skipAdditions() throws DecodeException {
        skipAdditions(additions(), 0);
    }

    public void skipOpenType(String name) throws DecodeException {
        int count;
        do {
            count = fragment(name);
            need(name, count * 8L);
            position += count * 8;
        } while (count >= BitWriter.FRAGMENT);
    }
}
