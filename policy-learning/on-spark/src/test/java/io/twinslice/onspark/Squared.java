package io.twinslice.onspark;

import io.twinslice.learners.PortableTask;
import java.math.BigInteger;

/** A task that needs no cell. */
record Squared(int number) implements PortableTask<Integer> {
    @Override
    public Integer get() {
        if (number < 0) {
            throw new IllegalArgumentException("no square of " + number);
        }
        return number * number;
    }

    @Override
    public String kind() {
        return "squared";
    }

    @Override
    public byte[] request() {
        return BigInteger.valueOf(number).toByteArray();
    }

    @Override
    public Integer read(byte[] answer) {
        return new BigInteger(answer).intValueExact();
    }

    /** Performs them. */
    public static final class Kind implements PortableTask.Kind {
        @Override
        public String name() {
            return "squared";
        }

        @Override
        public byte[] perform(byte[] request) {
            return BigInteger.valueOf(new Squared(new BigInteger(request).intValueExact()).get())
                    .toByteArray();
        }
    }
}
