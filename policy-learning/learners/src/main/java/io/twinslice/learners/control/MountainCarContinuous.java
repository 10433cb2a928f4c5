package io.twinslice.learners.control;

import java.util.random.RandomGenerator;

/**
 * Drive a car out of a valley with an engine that is too weak, so that it must first go back and forth.
 *
 * <p>The mountain car of Moore, "Efficient memory-based learning for robot control", 1990, with a continuous force;
 * numbers and reward as the Gymnasium documentation of MountainCarContinuous-v0 states them: power 0.0015, slope
 * 0.0025·cos(3·position), speed within ±0.07, goal at 0.45; reward 100 at the goal minus 0.1·force² for each step; 999
 * steps.
 */
final class MountainCarContinuous implements ControlTask {
    private static final double POWER = 0.0015;
    private static final double SLOPE = 0.0025;
    private static final double MAX_SPEED = 0.07;
    private static final double LEFT = -1.2;
    private static final double RIGHT = 0.6;
    private static final double GOAL = 0.45;

    private double position;
    private double speed;

    @Override
    public int observations() {
        return 2;
    }

    @Override
    public Actions actions() {
        return new Actions.Continuous(1);
    }

    @Override
    public int horizon() {
        return 999;
    }

    @Override
    public void begin(RandomGenerator random) {
        position = -0.6 + 0.2 * random.nextDouble();
        speed = 0;
    }

    @Override
    public void observe(float[] into) {
        into[0] = (float) ((position + 0.3) / 0.9);
        into[1] = (float) (speed / MAX_SPEED);
    }

    @Override
    public double act(float[] action) {
        double force = Math.clamp(action[0], -1f, 1f);
        speed += force * POWER - SLOPE * StrictMath.cos(3 * position);
        speed = Math.clamp(speed, -MAX_SPEED, MAX_SPEED);
        position = Math.clamp(position + speed, LEFT, RIGHT);
        if (position <= LEFT && speed < 0) {
            speed = 0;
        }
        return (hasEnded() ? 100 : 0) - 0.1 * force * force;
    }

    @Override
    public boolean hasEnded() {
        return position >= GOAL && speed >= 0;
    }
}
