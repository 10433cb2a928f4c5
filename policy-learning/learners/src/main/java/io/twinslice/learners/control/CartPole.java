package io.twinslice.learners.control;

import java.util.random.RandomGenerator;

/**
 * Balance a pole on a cart by pushing the cart left or right.
 *
 * <p>Equations of motion of Barto, Sutton and Anderson, "Neuronlike adaptive elements that can solve difficult learning
 * control problems", 1983, without friction; numbers and limits as the Gymnasium documentation of CartPole-v1 states
 * them: cart 1 kg, pole 0.1 kg and 1 m long, force ±10 N, Euler steps of 0.02 s, over when the cart is more than 2.4 m
 * or the pole more than 12° off; reward 1 for each step, 500 steps.
 */
final class CartPole implements ControlTask {
    private static final double GRAVITY = 9.8;
    private static final double POLE_MASS = 0.1;
    private static final double TOTAL_MASS = 1.1;
    private static final double HALF_LENGTH = 0.5;
    private static final double FORCE = 10;
    private static final double STEP_SECONDS = 0.02;
    private static final double MAX_POSITION = 2.4;
    private static final double MAX_ANGLE = 12 * Math.PI / 180;

    private double position;
    private double speed;
    private double angle;
    private double turn;

    @Override
    public int observations() {
        return 4;
    }

    @Override
    public Actions actions() {
        return new Actions.Discrete(2);
    }

    @Override
    public int horizon() {
        return 500;
    }

    @Override
    public void begin(RandomGenerator random) {
        position = 0.1 * random.nextDouble() - 0.05;
        speed = 0.1 * random.nextDouble() - 0.05;
        angle = 0.1 * random.nextDouble() - 0.05;
        turn = 0.1 * random.nextDouble() - 0.05;
    }

    @Override
    public void observe(float[] into) {
        into[0] = (float) (position / MAX_POSITION);
        into[1] = (float) (speed / 2);
        into[2] = (float) (angle / MAX_ANGLE);
        into[3] = (float) (turn / 2);
    }

    @Override
    public double act(float[] action) {
        double force = action[0] == 0 ? -FORCE : FORCE;
        double sin = StrictMath.sin(angle);
        double cos = StrictMath.cos(angle);
        double push = (force + POLE_MASS * HALF_LENGTH * turn * turn * sin) / TOTAL_MASS;
        double turnRate = (GRAVITY * sin - cos * push) / (HALF_LENGTH * (4.0 / 3 - POLE_MASS * cos * cos / TOTAL_MASS));
        double acceleration = push - POLE_MASS * HALF_LENGTH * turnRate * cos / TOTAL_MASS;
        position += STEP_SECONDS * speed;
        speed += STEP_SECONDS * acceleration;
        angle += STEP_SECONDS * turn;
        turn += STEP_SECONDS * turnRate;
        return 1;
    }

    @Override
    public boolean hasEnded() {
        return Math.abs(position) > MAX_POSITION || Math.abs(angle) > MAX_ANGLE;
    }
}
