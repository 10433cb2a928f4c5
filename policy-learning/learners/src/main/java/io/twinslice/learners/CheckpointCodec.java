package io.twinslice.learners;

import io.twinslice.networks.Mlp;
import io.twinslice.networks.TrainableMlp;
import io.twinslice.policy.Features;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Checkpoints as bytes: a header with the digest of plan and subject, the state, and the SHA-256 of all before it.
 * Big-endian; every count is checked against the plan or the bytes left before anything is allocated.
 */
final class CheckpointCodec {
    private static final int MAGIC = 0x5457_5345;
    private static final int VERSION = 1;
    private static final int DIGEST = 32;
    private static final int NETWORKS = 6;
    private static final long PROGRESS = 3 * Integer.BYTES + 6 * Double.BYTES + Long.BYTES;

    private CheckpointCodec() {}

    static byte[] encode(ErlPlan plan, String subject, Checkpoint checkpoint) {
        ByteBuffer out = ByteBuffer.allocate(size(checkpoint));
        out.putInt(MAGIC).putInt(VERSION).put(identity(plan, subject));
        out.putLong(checkpoint.environmentSteps());
        out.putInt(checkpoint.curve().size());
        checkpoint.curve().forEach(progress -> put(out, progress));
        out.putInt(checkpoint.clones().size());
        checkpoint.clones().forEach(genome -> put(out, genome));
        out.putInt(checkpoint.champions().size());
        checkpoint.champions().forEach(genome -> put(out, genome));
        out.putInt(checkpoint.genomes().size());
        checkpoint.genomes().forEach(genome -> put(out, genome));
        out.putLong(checkpoint.learner().updates());
        for (TrainableMlp.State network : checkpoint.learner().networks()) {
            put(out, network.parameters());
            put(out, network.mean());
            put(out, network.spread());
            out.putLong(network.descents());
        }
        out.putInt(checkpoint.episodes().size());
        checkpoint.episodes().forEach(episode -> put(out, episode));
        out.put(digest(Arrays.copyOf(out.array(), out.position())));
        return out.array();
    }

    private static int size(Checkpoint checkpoint) {
        long size = 8 + DIGEST + 8 + 4 + PROGRESS * checkpoint.curve().size() + 12 + 8 + 4 + DIGEST;
        for (float[] genome : checkpoint.clones()) {
            size += 4 + 4L * genome.length;
        }
        for (float[] genome : checkpoint.champions()) {
            size += 4 + 4L * genome.length;
        }
        for (float[] genome : checkpoint.genomes()) {
            size += 4 + 4L * genome.length;
        }
        for (TrainableMlp.State network : checkpoint.learner().networks()) {
            size += 3 * (4 + 4L * network.parameters().length) + 8;
        }
        for (Trajectory t : checkpoint.episodes()) {
            size += size(t);
        }
        return Math.toIntExact(size);
    }

    static long size(Trajectory t) {
        return 9 + 2L * t.codes().length + t.quotas().length + 4L * t.rewards().length;
    }

    private static void put(ByteBuffer out, TrainingProgress p) {
        out.putInt(p.generation()).putInt(p.generations());
        out.putDouble(p.bestViolationsPermille()).putDouble(p.meanViolationsPermille());
        out.putDouble(p.actorViolationsPermille()).putDouble(p.bestReward()).putDouble(p.bestHeldPrbs());
        out.putLong(p.environmentSteps()).putDouble(p.criticLoss()).putInt(p.failedEpisodes());
    }

    private static void put(ByteBuffer out, float[] values) {
        out.putInt(values.length);
        out.asFloatBuffer().put(values);
        out.position(out.position() + 4 * values.length);
    }

    static void put(ByteBuffer out, Trajectory t) {
        out.putInt(t.slices()).putInt(t.windows()).put((byte) (t.terminated() ? 1 : 0));
        out.asShortBuffer().put(t.codes());
        out.position(out.position() + 2 * t.codes().length);
        out.put(t.quotas());
        out.asFloatBuffer().put(t.rewards());
        out.position(out.position() + 4 * t.rewards().length);
    }

    /** @throws CheckpointException when the bytes are not a whole checkpoint of this plan */
    static Checkpoint decode(ErlPlan plan, String subject, byte[] bytes) {
        int end = bytes.length - DIGEST;
        if (end < 8 + DIGEST
                || !Arrays.equals(digest(Arrays.copyOf(bytes, end)), Arrays.copyOfRange(bytes, end, bytes.length))) {
            throw new CheckpointException("the checkpoint is damaged: its digest does not match");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, end);
        if (in.getInt() != MAGIC || in.getInt() != VERSION) {
            throw new CheckpointException("the file is not a checkpoint of version " + VERSION);
        }
        byte[] planDigest = new byte[DIGEST];
        in.get(planDigest);
        if (!Arrays.equals(planDigest, identity(plan, subject))) {
            throw new CheckpointException(
                    "the checkpoint belongs to another training plan or other scenarios; use another directory or"
                            + " remove it");
        }
        try {
            return body(plan, in);
        } catch (BufferUnderflowException e) {
            throw new CheckpointException("the checkpoint ends too early");
        }
    }

    private static Checkpoint body(ErlPlan plan, ByteBuffer in) {
        long steps = in.getLong();
        List<TrainingProgress> curve = new ArrayList<>();
        for (int left = count(in, 1, plan.generations()); left > 0; left--) {
            curve.add(progress(in));
        }
        List<float[]> clones = genomes(plan, in, count(in, 1, 16));
        List<float[]> champions = genomes(plan, in, count(in, 1, 16));
        List<float[]> genomes = genomes(plan, in, count(in, plan.population(), plan.population()));
        long updates = in.getLong();
        List<TrainableMlp.State> networks = new ArrayList<>();
        int width = plan.offPolicy().criticWidth();
        int critic = Mlp.parameterCount(List.of(Features.INPUTS + Batch.ACTION, width, width, 1));
        for (int n = 0; n < NETWORKS; n++) {
            int length = n < 2 ? plan.genomeLength() : critic;
            networks.add(
                    new TrainableMlp.State(floats(in, length), floats(in, length), floats(in, length), in.getLong()));
        }
        List<Trajectory> episodes = new ArrayList<>();
        for (int left = count(in, 0, Integer.MAX_VALUE); left > 0; left--) {
            episodes.add(trajectory(plan, in));
        }
        if (in.hasRemaining()) {
            throw new CheckpointException(in.remaining() + " bytes too many in the checkpoint");
        }
        return new Checkpoint(
                steps, curve, clones, champions, genomes, new ActorCritic.State(networks, updates), episodes);
    }

    private static TrainingProgress progress(ByteBuffer in) {
        return new TrainingProgress(
                in.getInt(),
                in.getInt(),
                in.getDouble(),
                in.getDouble(),
                in.getDouble(),
                in.getDouble(),
                in.getDouble(),
                in.getLong(),
                in.getDouble(),
                in.getInt());
    }

    private static List<float[]> genomes(ErlPlan plan, ByteBuffer in, int count) {
        List<float[]> genomes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            genomes.add(floats(in, plan.genomeLength()));
        }
        return genomes;
    }

    private static float[] floats(ByteBuffer in, int length) {
        count(in, length, length);
        need(in, 4L * length);
        float[] values = new float[length];
        in.asFloatBuffer().get(values);
        in.position(in.position() + 4 * length);
        return values;
    }

    static Trajectory trajectory(ErlPlan plan, ByteBuffer in) {
        int slices = count(in, 1, Features.MAX_SLICES);
        int windows = count(in, 1, plan.episodeWindows());
        boolean terminated = in.get() != 0;
        need(in, (long) slices * windows * (2 * Features.PER_SLICE + Trajectory.QUOTAS + Float.BYTES));
        short[] codes = new short[(windows + 1) * slices * Features.PER_SLICE];
        in.asShortBuffer().get(codes);
        in.position(in.position() + 2 * codes.length);
        byte[] quotas = new byte[windows * slices * Trajectory.QUOTAS];
        in.get(quotas);
        float[] rewards = new float[windows * slices];
        in.asFloatBuffer().get(rewards);
        in.position(in.position() + 4 * rewards.length);
        return new Trajectory(slices, windows, codes, quotas, rewards, terminated);
    }

    private static int count(ByteBuffer in, int least, int most) {
        int count = in.getInt();
        if (count < least || count > most) {
            throw new CheckpointException(
                    "a count of " + count + " in the checkpoint, where " + least + ".." + most + " is possible");
        }
        return count;
    }

    private static void need(ByteBuffer in, long bytes) {
        if (in.remaining() < bytes) {
            throw new CheckpointException("the checkpoint ends too early");
        }
    }

    private static byte[] identity(ErlPlan plan, String subject) {
        return digest((plan + "\n" + subject).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
