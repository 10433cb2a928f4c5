package io.twinslice.lab.kernels;

import io.twinslice.networks.Activation;
import io.twinslice.networks.Adam;
import io.twinslice.networks.Kernel;
import io.twinslice.networks.Mlp;
import io.twinslice.networks.Shape;
import io.twinslice.networks.TrainableMlp;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A TD3 update (Fujimoto et al. 2018) at its customary size: a batch of 256 drawn from memory, networks of 2×256, two
 * critics with targets, and every second time the actor and all targets. 32 observations, 8 actions.
 */
final class Td3Step {
    private static final int ROWS = 256;
    private static final int OBSERVATIONS = 32;
    private static final int ACTIONS = 8;
    private static final int WIDTH = 256;
    private static final int REMEMBERED = 4096;
    private static final float DISCOUNT = 0.99f;
    private static final float BLEND = 0.005f;
    private static final Adam ADAM = Adam.withRate(3e-4);

    private final RandomGenerator random;
    private final TrainableMlp actor;
    private final TrainableMlp actorTarget;
    private final TrainableMlp[] critics = new TrainableMlp[2];
    private final TrainableMlp[] targets = new TrainableMlp[2];
    private final float[] memory = new float[REMEMBERED * (2 * OBSERVATIONS + ACTIONS + 1)];
    private final float[] states = new float[ROWS * OBSERVATIONS];
    private final float[] nextStates = new float[ROWS * OBSERVATIONS];
    private final float[] actions = new float[ROWS * ACTIONS];
    private final float[] rewards = new float[ROWS];
    private final float[] goals = new float[ROWS];
    private final float[] byValue = new float[ROWS];
    private final float[] byAction = new float[ROWS * ACTIONS];
    private long steps;

    Td3Step(Kernel kernel, RandomGenerator random) {
        this.random = random;
        Shape shape = Shape.relu(List.of(OBSERVATIONS, WIDTH, WIDTH, ACTIONS)).ending(Activation.TANH);
        Mlp policy = Mlp.random(shape, 0.1f, random);
        actor = new TrainableMlp(policy, ROWS, kernel);
        actorTarget = new TrainableMlp(policy, ROWS, kernel);
        for (int c = 0; c < 2; c++) {
            Mlp critic = Mlp.random(Shape.relu(List.of(OBSERVATIONS + ACTIONS, WIDTH, WIDTH, 1)), 1f, random);
            critics[c] = new TrainableMlp(critic, ROWS, kernel);
            targets[c] = new TrainableMlp(critic, ROWS, kernel);
        }
        for (int i = 0; i < memory.length; i++) {
            memory[i] = 2 * random.nextFloat() - 1;
        }
    }

    /** One step; answers the mean squared error of the critics. */
    double run() {
        draw();
        setGoals();
        double loss = fit(critics[0]) + fit(critics[1]);
        steps++;
        if (steps % 2 == 0) {
            improveActor();
            actorTarget.blendFrom(actor, BLEND);
            targets[0].blendFrom(critics[0], BLEND);
            targets[1].blendFrom(critics[1], BLEND);
        }
        return loss / 2;
    }

    private void draw() {
        int record = 2 * OBSERVATIONS + ACTIONS + 1;
        for (int r = 0; r < ROWS; r++) {
            int from = random.nextInt(REMEMBERED) * record;
            System.arraycopy(memory, from, states, r * OBSERVATIONS, OBSERVATIONS);
            System.arraycopy(memory, from + OBSERVATIONS, nextStates, r * OBSERVATIONS, OBSERVATIONS);
            System.arraycopy(memory, from + 2 * OBSERVATIONS, actions, r * ACTIONS, ACTIONS);
            rewards[r] = memory[from + record - 1];
        }
    }

    private void setGoals() {
        System.arraycopy(nextStates, 0, actorTarget.input(), 0, nextStates.length);
        float[] next = actorTarget.forward(ROWS);
        for (int i = 0; i < ROWS * ACTIONS; i++) {
            float noise = Math.max(-0.5f, Math.min(0.5f, 0.2f * (float) random.nextGaussian()));
            next[i] = Math.max(-1f, Math.min(1f, next[i] + noise));
        }
        float[] first = value(targets[0], nextStates, next);
        float[] second = value(targets[1], nextStates, next);
        for (int r = 0; r < ROWS; r++) {
            goals[r] = rewards[r] + DISCOUNT * Math.min(first[r], second[r]);
        }
    }

    private static float[] value(TrainableMlp critic, float[] states, float[] actions) {
        int row = OBSERVATIONS + ACTIONS;
        for (int r = 0; r < ROWS; r++) {
            System.arraycopy(states, r * OBSERVATIONS, critic.input(), r * row, OBSERVATIONS);
            System.arraycopy(actions, r * ACTIONS, critic.input(), r * row + OBSERVATIONS, ACTIONS);
        }
        return critic.forward(ROWS);
    }

    private double fit(TrainableMlp critic) {
        float[] value = value(critic, states, actions);
        double loss = 0;
        for (int r = 0; r < ROWS; r++) {
            float error = value[r] - goals[r];
            loss += (double) error * error;
            byValue[r] = 2 * error / ROWS;
        }
        critic.backward(ROWS, byValue);
        critic.descend(ADAM);
        return loss / ROWS;
    }

    private void improveActor() {
        System.arraycopy(states, 0, actor.input(), 0, states.length);
        value(critics[0], states, actor.forward(ROWS));
        Arrays.fill(byValue, -1f / ROWS);
        float[] byInput = critics[0].inputGradient(ROWS, byValue);
        for (int r = 0; r < ROWS; r++) {
            System.arraycopy(byInput, r * (OBSERVATIONS + ACTIONS) + OBSERVATIONS, byAction, r * ACTIONS, ACTIONS);
        }
        actor.backward(ROWS, byAction);
        actor.descend(ADAM);
    }
}
