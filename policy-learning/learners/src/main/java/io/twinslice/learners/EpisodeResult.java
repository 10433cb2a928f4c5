package io.twinslice.learners;

import java.util.Optional;

/**
 * What one episode came to.
 *
 * @param trajectory absent when the environment failed: such an episode is not learned from
 * @param windows windows played
 * @param brokenWindows windows × twins whose promise was broken
 * @param reward sum of the rewards, without learning penalties
 * @param heldPrbs mean PRBs that slices held: used or guaranteed, whichever is more
 */
record EpisodeResult(Optional<Trajectory> trajectory, int windows, int brokenWindows, double reward, double heldPrbs) {}
