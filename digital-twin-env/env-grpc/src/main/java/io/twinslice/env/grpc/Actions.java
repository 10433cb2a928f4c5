package io.twinslice.env.grpc;

import io.twinslice.model.QuotaPlan;
import java.util.List;

/** The actions of all environments of a session, flat. */
sealed interface Actions {
    /** How many numbers there are. */
    int numbers();

    /** How many a slice takes. */
    int perSlice();

    /**
     * The plan of one environment.
     *
     * @throws IllegalArgumentException when it is not feasible; the message says why
     */
    QuotaPlan plan(int environment, int slices);

    /** Ratios in percent. */
    record Plans(List<Integer> percent) implements Actions {
        @Override
        public int numbers() {
            return percent.size();
        }

        @Override
        public int perSlice() {
            return Columns.PER_QUOTA;
        }

        @Override
        public QuotaPlan plan(int environment, int slices) {
            int each = slices * perSlice();
            return Columns.plan(percent.subList(environment * each, (environment + 1) * each), slices);
        }
    }

    /** Numbers of a {@link ShareAction}. */
    record Shares(List<Float> values) implements Actions {
        @Override
        public int numbers() {
            return values.size();
        }

        @Override
        public int perSlice() {
            return ShareAction.PER_SLICE;
        }

        @Override
        public QuotaPlan plan(int environment, int slices) {
            int each = slices * perSlice();
            return ShareAction.toPlan(values.subList(environment * each, (environment + 1) * each), slices);
        }
    }
}
