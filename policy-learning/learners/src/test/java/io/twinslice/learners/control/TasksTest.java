package io.twinslice.learners.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.twinslice.learners.SplitMix;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TasksTest {
    /** Starts every task in the middle of its range. */
    private static final class Middle implements RandomGenerator {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public double nextDouble() {
            return 0.5;
        }
    }

    @Test
    void anUprightPendulumFallsAsTheEquationSays() {
        Pendulum task = new Pendulum();
        task.begin(new Middle());
        assertThat(task.act(new float[] {1})).isCloseTo(-0.001 * 4, within(1e-12));
        float[] seen = new float[3];
        task.observe(seen);
        // 3·u/(m·l²)·dt = 3·2·0.05 rad/s, of 8; then 0.05 s of it.
        assertThat(seen[2]).isCloseTo(0.3f / 8, within(1e-6f));
        assertThat(seen[1]).isCloseTo((float) StrictMath.sin(0.015), within(1e-6f));
    }

    @Test
    void anglesAreCountedFromUprightWithinHalfATurn() {
        assertThat(Pendulum.wrapped(3 * Math.PI / 2)).isCloseTo(-Math.PI / 2, within(1e-12));
        assertThat(Pendulum.wrapped(-5)).isCloseTo(2 * Math.PI - 5, within(1e-12));
    }

    @Test
    void aPushMovesTheCartOneWayAndThePoleTheOther() {
        CartPole task = new CartPole();
        task.begin(new Middle());
        task.act(new float[] {1});
        float[] seen = new float[4];
        task.observe(seen);
        // At rest and upright: angular acceleration −(F/M)/(l·(4/3 − m/M)), acceleration F/M − m·l·that/M.
        double turn = -(10 / 1.1) / (0.5 * (4.0 / 3 - 0.1 / 1.1));
        assertThat(seen[3] * 2).isCloseTo((float) (0.02 * turn), within(1e-5f));
        assertThat(seen[1] * 2).isCloseTo((float) (0.02 * (10 / 1.1 - 0.1 * 0.5 * turn / 1.1)), within(1e-5f));
    }

    @Test
    void aPoleThatIsAlwaysPushedTheSameWayFallsWithinTenSteps() {
        CartPole task = new CartPole();
        task.begin(new Middle());
        int steps = 0;
        while (!task.hasEnded()) {
            task.act(new float[] {0});
            steps++;
        }
        assertThat(steps).isBetween(8, 10);
    }

    @Test
    void theCarCannotDriveStraightUpButByRocking() {
        MountainCarContinuous task = new MountainCarContinuous();
        float[] seen = new float[2];
        task.begin(new Middle());
        for (int step = 0; step < task.horizon() && !task.hasEnded(); step++) {
            task.act(new float[] {1});
        }
        assertThat(task.hasEnded()).isFalse();
        task.begin(new Middle());
        double sum = 0;
        for (int step = 0; step < task.horizon() && !task.hasEnded(); step++) {
            task.observe(seen);
            sum += task.act(new float[] {seen[1] < 0 ? -1 : 1});
        }
        assertThat(task.hasEnded()).isTrue();
        assertThat(sum).isBetween(85.0, 95.0);
    }

    @Test
    void theArmKeepsItsEnergyWithoutTorqueAndGainsItWithTheRightOne() {
        Acrobot task = new Acrobot();
        task.begin(new SplitMix(3));
        float[] seen = new float[6];
        task.observe(seen);
        double before = energy(seen);
        for (int step = 0; step < 100; step++) {
            task.act(new float[] {1});
        }
        task.observe(seen);
        assertThat(energy(seen)).isCloseTo(before, within(0.05));
        int steps = 0;
        while (!task.hasEnded() && steps < task.horizon()) {
            task.observe(seen);
            // Torque along the speed of the second joint does positive work.
            task.act(new float[] {seen[5] >= 0 ? 2 : 0});
            steps++;
        }
        assertThat(task.hasEnded()).isTrue();
    }

    @Test
    void theSparsePendulumPaysOnlyUprightAndMustBeRocked() {
        SparsePendulum task = new SparsePendulum();
        assertThat(payment(task, seen -> 1)).isZero();
        assertThat(payment(task, seen -> seen[2] < 0 ? -1 : 1)).isBetween(1.0, 100.0);
    }

    @Test
    void theMazeIsLeftOnlyAroundTheWall() {
        PointMaze task = new PointMaze();
        // Straight for the goal, and around the wall.
        assertThat(payment(task, seen -> 0, seen -> 1)).isZero();
        assertThat(task.hasEnded()).isFalse();
        assertThat(payment(task, seen -> seen[1] < 0 ? 1 : -1, seen -> 1)).isEqualTo(1);
        assertThat(task.hasEnded()).isTrue();
    }

    /** The return of one episode. */
    @SafeVarargs
    private static double payment(ControlTask task, ToDoubleFunction<float[]>... policy) {
        float[] seen = new float[task.observations()];
        float[] action = new float[policy.length];
        task.begin(new Middle());
        double sum = 0;
        for (int step = 0; step < task.horizon() && !task.hasEnded(); step++) {
            task.observe(seen);
            for (int i = 0; i < policy.length; i++) {
                action[i] = (float) policy[i].applyAsDouble(seen);
            }
            sum += task.act(action);
        }
        return sum;
    }

    /** Kinetic and potential energy of two rods with moments of inertia of 1, from the Lagrangian. */
    private static double energy(float[] seen) {
        double w1 = seen[4] * 2 * Math.PI;
        double w2 = seen[5] * 4.5 * Math.PI;
        double cosBoth = seen[0] * seen[2] - seen[1] * seen[3];
        double both = w1 + w2;
        double kinetic = 0.5 * (0.25 + 1) * w1 * w1
                + 0.5 * (w1 * w1 + 0.25 * both * both + seen[2] * w1 * both)
                + 0.5 * both * both;
        return kinetic - 9.8 * (0.5 * seen[0] + seen[0] + 0.5 * cosBoth);
    }

    @ParameterizedTest
    @EnumSource(ClassicBenchmark.class)
    void whatIsObservedStaysNearOne(ClassicBenchmark benchmark) {
        ControlTask task = benchmark.training().task().get();
        SplitMix random = new SplitMix(7);
        float[] seen = new float[task.observations()];
        for (int episode = 0; episode < 5; episode++) {
            task.begin(random);
            for (int step = 0; step < task.horizon() && !task.hasEnded(); step++) {
                float[] action = new float[task.actions().size()];
                ControlRun.any(task.actions(), random, action);
                task.act(action);
                task.observe(seen);
                for (float value : seen) {
                    assertThat(value).isBetween(-2f, 2f);
                }
            }
        }
    }
}
