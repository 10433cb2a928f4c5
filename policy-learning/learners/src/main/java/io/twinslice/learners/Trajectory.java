package io.twinslice.learners;

/**
 * One episode as the replay buffer keeps it: quantised features, quotas in percent, rewards; about 20 bytes per slice
 * and window less than floats would take. The arrays are not copied and never written again.
 *
 * @param slices slices of the cell
 * @param windows transitions
 * @param codes feature codes of {@code windows + 1} states
 * @param quotas dedicated, min, max percent of each slice and window, as admitted by the shield
 * @param rewards of each slice and window, with the penalty of broken promises
 * @param terminated whether the last state has no future; a cut episode has one
 */
@SuppressWarnings("ArrayRecordComponent")
record Trajectory(int slices, int windows, short[] codes, byte[] quotas, float[] rewards, boolean terminated) {
    static final int QUOTAS = 3;
}
