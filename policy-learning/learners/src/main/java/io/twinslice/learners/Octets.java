package io.twinslice.learners;

import io.twinslice.networks.Mlp;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Values as big-endian octets, for requests and answers of portable tasks. The reading half refuses what ends early,
 * goes on too long or counts more than there is, before it allocates. Not thread-safe.
 */
public final class Octets {
    private static final int MOST_CHARS = 1000;
    private static final int MOST_LAYERS = 16;
    private static final int MOST_WIDTH = 4096;

    private Octets() {}

    /** The writing half. */
    public static final class Out {
        private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(octets);

        public Out number(int value) {
            return write(() -> out.writeInt(value));
        }

        public Out number(long value) {
            return write(() -> out.writeLong(value));
        }

        public Out number(double value) {
            return write(() -> out.writeDouble(value));
        }

        /** Text of at most 1000 octets in UTF-8; longer text is cut. */
        public Out text(String value) {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            int length = Math.min(utf8.length, MOST_CHARS);
            return number(length).raw(utf8, length);
        }

        /** A network of tanh layers. */
        public Out network(List<Integer> layerSizes, float[] parameters) {
            number(layerSizes.size());
            layerSizes.forEach(this::number);
            ByteBuffer floats = ByteBuffer.allocate(4 * parameters.length);
            floats.asFloatBuffer().put(parameters);
            return raw(floats.array(), floats.capacity());
        }

        /** A record of int, long and double components and of such records, component by component. */
        public Out settings(Record settings) {
            for (RecordComponent component : settings.getClass().getRecordComponents()) {
                Object value = valueOf(component, settings);
                switch (value) {
                    case Integer i -> number(i.intValue());
                    case Long l -> number(l.longValue());
                    case Double d -> number(d.doubleValue());
                    case Record nested -> settings(nested);
                    default -> throw new IllegalArgumentException("no setting of tasks: " + component);
                }
            }
            return this;
        }

        private static Object valueOf(RecordComponent component, Record settings) {
            try {
                return component.getAccessor().invoke(settings);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("cannot read " + component, e);
            }
        }

        /** The first octets of an array, without their number. */
        public Out raw(byte[] value, int length) {
            return write(() -> out.write(value, 0, length));
        }

        public byte[] octets() {
            return octets.toByteArray();
        }

        private interface Writing {
            void run() throws IOException;
        }

        private Out write(Writing writing) {
            try {
                writing.run();
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Reads a whole array.
     *
     * @param reading must use up the buffer
     * @throws IllegalArgumentException when the octets are not what is read
     */
    public static <T> T read(byte[] octets, Function<In, T> reading) {
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        T value;
        try {
            value = reading.apply(new In(buffer));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the octets of a task end too early", e);
        }
        if (buffer.hasRemaining()) {
            throw new IllegalArgumentException(buffer.remaining() + " octets too many in a task");
        }
        return value;
    }

    /** The reading half. */
    public static final class In {
        private final ByteBuffer in;

        private In(ByteBuffer in) {
            this.in = in;
        }

        public int integer(String what, int least, int most) {
            int value = in.getInt();
            Check.range(what, value, least, most);
            return value;
        }

        public long number() {
            return in.getLong();
        }

        public double real() {
            return in.getDouble();
        }

        public String text() {
            byte[] utf8 = new byte[integer("octets of a text", 0, Math.min(MOST_CHARS, left() - 4))];
            in.get(utf8);
            return new String(utf8, StandardCharsets.UTF_8);
        }

        /** What {@link Out#network} wrote; the parameters are finite. */
        public Mlp network() {
            int layers = integer("layers", 2, MOST_LAYERS);
            List<Integer> sizes = new ArrayList<>();
            for (int i = 0; i < layers; i++) {
                sizes.add(integer("a layer's size", 1, MOST_WIDTH));
            }
            int count = Mlp.parameterCount(sizes);
            if (count > left() / 4) {
                throw new BufferUnderflowException();
            }
            float[] parameters = new float[count];
            in.asFloatBuffer().get(parameters);
            in.position(in.position() + 4 * count);
            return new Mlp(sizes, parameters);
        }

        /** What {@link Out#settings} wrote; the record checks itself. */
        public <R extends Record> R settings(Class<R> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = value(types[i]);
            }
            try {
                return type.getDeclaredConstructor(types).newInstance(values);
            } catch (InvocationTargetException e) {
                throw new IllegalArgumentException("settings of a task are refused: " + e.getCause(), e);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("cannot make " + type, e);
            }
        }

        private Object value(Class<?> type) {
            if (type == int.class) {
                return in.getInt();
            }
            if (type == long.class) {
                return in.getLong();
            }
            return type == double.class ? (Object) in.getDouble() : settings(type.asSubclass(Record.class));
        }

        /** Octets not yet read. */
        public int left() {
            return in.remaining();
        }

        ByteBuffer buffer() {
            return in;
        }
    }
}
