package io.twinslice.learners.control;

import java.util.random.RandomGenerator;

/**
 * The {@link Pendulum} from rest below, with a motor of 0.6 N m that must rock it many times before it is up, and a
 * reward only there: 1 in each step after which the rod is within 30° of upright, else 0; 400 steps.
 *
 * <p>With the motor of the dense task, 2 N m, noise that is correlated in time lifts the rod by itself, so that the
 * task asks for no search.
 */
final class SparsePendulum implements ControlTask {
    private static final double MAX_TORQUE = 0.6;
    private static final double UPRIGHT = StrictMath.cos(Math.PI / 6);

    private final Pendulum pendulum = new Pendulum(MAX_TORQUE);

    @Override
    public int observations() {
        return pendulum.observations();
    }

    @Override
    public Actions actions() {
        return pendulum.actions();
    }

    @Override
    public int horizon() {
        return 400;
    }

    @Override
    public void begin(RandomGenerator random) {
        pendulum.hang(random);
    }

    @Override
    public void observe(float[] into) {
        pendulum.observe(into);
    }

    @Override
    public double act(float[] action) {
        pendulum.act(action);
        return pendulum.height() >= UPRIGHT ? 1 : 0;
    }

    @Override
    public boolean hasEnded() {
        return false;
    }
}
