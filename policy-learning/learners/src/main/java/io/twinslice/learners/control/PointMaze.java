package io.twinslice.learners.control;

import java.util.random.RandomGenerator;

/**
 * Steer a point around a wall, from the lower arm of a U to the end of the upper one.
 *
 * <p>The room is 3 m by 3 m; a wall from the left side, 1 m thick and 2 m long, leaves a gap of 1 m on the right. An
 * action is the velocity, at most 0.03 m for each step and axis; against a wall the point slides. Reward 1 at the goal,
 * the last metre of the upper arm, and nothing anywhere else; over at the goal or after 250 steps, of which the
 * shortest way takes about 115. Nothing tells that the straight way to the goal is blocked.
 */
final class PointMaze implements ControlTask {
    private static final double SIDE = 3;
    private static final double WALL_END = 2;
    private static final double WALL_BOTTOM = 1;
    private static final double WALL_TOP = 2;
    private static final double GOAL_END = 1;
    private static final double SPEED = 0.03;

    private double x;
    private double y;

    @Override
    public int observations() {
        return 2;
    }

    @Override
    public Actions actions() {
        return new Actions.Continuous(2);
    }

    @Override
    public int horizon() {
        return 250;
    }

    @Override
    public void begin(RandomGenerator random) {
        x = 0.4 + 0.2 * random.nextDouble();
        y = 0.4 + 0.2 * random.nextDouble();
    }

    @Override
    public void observe(float[] into) {
        into[0] = (float) (2 * x / SIDE - 1);
        into[1] = (float) (2 * y / SIDE - 1);
    }

    @Override
    public double act(float[] action) {
        double toX = Math.clamp(x + SPEED * Math.clamp(action[0], -1f, 1f), 0, SIDE);
        if (!isWall(toX, y)) {
            x = toX;
        }
        double toY = Math.clamp(y + SPEED * Math.clamp(action[1], -1f, 1f), 0, SIDE);
        if (!isWall(x, toY)) {
            y = toY;
        }
        return hasEnded() ? 1 : 0;
    }

    private static boolean isWall(double x, double y) {
        return x < WALL_END && y > WALL_BOTTOM && y < WALL_TOP;
    }

    @Override
    public boolean hasEnded() {
        return x <= GOAL_END && y >= WALL_TOP;
    }
}
