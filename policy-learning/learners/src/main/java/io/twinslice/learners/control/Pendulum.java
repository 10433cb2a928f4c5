package io.twinslice.learners.control;

import java.util.random.RandomGenerator;

/**
 * Swing a pendulum up and keep it there with a torque too weak to lift it at once.
 *
 * <p>Dynamics and reward as the Gymnasium documentation of Pendulum-v1 states them: a rod of 1 kg and 1 m, g = 10 m/s²,
 * torque within ±2 N m, speed within ±8 rad/s, steps of 0.05 s, reward −(angle² + 0.1·speed² + 0.001·torque²) with the
 * angle from upright in −π..π; 200 steps.
 */
final class Pendulum implements ControlTask {
    private static final double GRAVITY = 10;
    private static final double STEP_SECONDS = 0.05;
    private static final double MAX_SPEED = 8;
    private static final double MAX_TORQUE = 2;

    private final double maxTorque;

    private double angle;
    private double speed;

    Pendulum() {
        this(MAX_TORQUE);
    }

    /** With another motor. */
    Pendulum(double maxTorque) {
        this.maxTorque = maxTorque;
    }

    @Override
    public int observations() {
        return 3;
    }

    @Override
    public Actions actions() {
        return new Actions.Continuous(1);
    }

    @Override
    public int horizon() {
        return 200;
    }

    @Override
    public void begin(RandomGenerator random) {
        angle = Math.PI * (2 * random.nextDouble() - 1);
        speed = 2 * random.nextDouble() - 1;
    }

    /** Cosine of the angle from upright. */
    double height() {
        return StrictMath.cos(angle);
    }

    /** Begins near the state of rest below. */
    void hang(RandomGenerator random) {
        angle = wrapped(Math.PI + 0.1 * (2 * random.nextDouble() - 1));
        speed = 0.1 * (2 * random.nextDouble() - 1);
    }

    @Override
    public void observe(float[] into) {
        into[0] = (float) StrictMath.cos(angle);
        into[1] = (float) StrictMath.sin(angle);
        into[2] = (float) (speed / MAX_SPEED);
    }

    @Override
    public double act(float[] action) {
        double torque = maxTorque * Math.clamp(action[0], -1f, 1f);
        double cost = angle * angle + 0.1 * speed * speed + 0.001 * torque * torque;
        double acceleration = 1.5 * GRAVITY * StrictMath.sin(angle) + 3 * torque;
        speed = Math.clamp(speed + acceleration * STEP_SECONDS, -MAX_SPEED, MAX_SPEED);
        angle = wrapped(angle + speed * STEP_SECONDS);
        return -cost;
    }

    /** The same angle in −π..π. */
    static double wrapped(double angle) {
        return angle - 2 * Math.PI * Math.floor((angle + Math.PI) / (2 * Math.PI));
    }

    @Override
    public boolean hasEnded() {
        return false;
    }
}
