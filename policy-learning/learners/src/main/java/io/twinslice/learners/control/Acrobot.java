package io.twinslice.learners.control;

import java.util.random.RandomGenerator;

/**
 * Swing the tip of a two-link arm, driven only at the joint between the links, above a line.
 *
 * <p>Equations of motion of Sutton, "Generalization in reinforcement learning: successful examples using sparse coarse
 * coding", 1996, in the form of Sutton and Barto, "Reinforcement Learning", section 11.3 of the first edition; numbers
 * as the Gymnasium documentation of Acrobot-v1 states them: links of 1 m, 1 kg and 1 kg m², torque −1, 0 or 1 N m, one
 * Runge–Kutta step of order 4 for 0.2 s, speeds within ±4π and ±9π rad/s; reward −1 for each step but the last, over
 * when the tip is 1 m above the pivot; 500 steps.
 */
final class Acrobot implements ControlTask {
    private static final double GRAVITY = 9.8;
    private static final double STEP_SECONDS = 0.2;
    private static final double MAX_FIRST = 4 * Math.PI;
    private static final double MAX_SECOND = 9 * Math.PI;

    /** Centre of mass of a link, from its upper end. */
    private static final double CENTRE = 0.5;

    /** Angle of the first link from hanging down, of the second from the first, and their speeds. */
    private double[] state = new double[4];

    @Override
    public int observations() {
        return 6;
    }

    @Override
    public Actions actions() {
        return new Actions.Discrete(3);
    }

    @Override
    public int horizon() {
        return 500;
    }

    @Override
    public void begin(RandomGenerator random) {
        for (int i = 0; i < state.length; i++) {
            state[i] = 0.2 * random.nextDouble() - 0.1;
        }
    }

    @Override
    public void observe(float[] into) {
        into[0] = (float) StrictMath.cos(state[0]);
        into[1] = (float) StrictMath.sin(state[0]);
        into[2] = (float) StrictMath.cos(state[1]);
        into[3] = (float) StrictMath.sin(state[1]);
        into[4] = (float) (2 * state[2] / MAX_FIRST);
        into[5] = (float) (2 * state[3] / MAX_SECOND);
    }

    @Override
    public double act(float[] action) {
        double torque = action[0] - 1;
        double[] k1 = slope(state, torque);
        double[] k2 = slope(moved(k1, STEP_SECONDS / 2), torque);
        double[] k3 = slope(moved(k2, STEP_SECONDS / 2), torque);
        double[] k4 = slope(moved(k3, STEP_SECONDS), torque);
        double[] next = new double[4];
        for (int i = 0; i < 4; i++) {
            next[i] = state[i] + STEP_SECONDS / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
        }
        next[0] = Pendulum.wrapped(next[0]);
        next[1] = Pendulum.wrapped(next[1]);
        next[2] = Math.clamp(next[2], -MAX_FIRST, MAX_FIRST);
        next[3] = Math.clamp(next[3], -MAX_SECOND, MAX_SECOND);
        state = next;
        return hasEnded() ? 0 : -1;
    }

    private double[] moved(double[] slope, double seconds) {
        double[] there = new double[4];
        for (int i = 0; i < 4; i++) {
            there[i] = state[i] + seconds * slope[i];
        }
        return there;
    }

    /** Time derivative of a state; masses, lengths and moments of inertia of 1 are left out. */
    private static double[] slope(double[] s, double torque) {
        double cos = StrictMath.cos(s[1]);
        double sin = StrictMath.sin(s[1]);
        double d1 = CENTRE * CENTRE + 1 + CENTRE * CENTRE + 2 * CENTRE * cos + 2;
        double d2 = CENTRE * CENTRE + CENTRE * cos + 1;
        // cos(x − π/2) of the book is sin x.
        double phi2 = CENTRE * GRAVITY * StrictMath.sin(s[0] + s[1]);
        double phi1 = -CENTRE * s[3] * s[3] * sin
                - 2 * CENTRE * s[3] * s[2] * sin
                + (CENTRE + 1) * GRAVITY * StrictMath.sin(s[0])
                + phi2;
        double second =
                (torque + d2 / d1 * phi1 - CENTRE * s[2] * s[2] * sin - phi2) / (CENTRE * CENTRE + 1 - d2 * d2 / d1);
        double first = -(d2 * second + phi1) / d1;
        return new double[] {s[2], s[3], first, second};
    }

    @Override
    public boolean hasEnded() {
        return -StrictMath.cos(state[0]) - StrictMath.cos(state[0] + state[1]) > 1;
    }
}
