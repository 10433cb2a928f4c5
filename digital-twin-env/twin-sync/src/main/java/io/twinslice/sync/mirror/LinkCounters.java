package io.twinslice.sync.mirror;

/**
 * What came of the reports of a cell.
 *
 * @param received reports that arrived, of this cell
 * @param duplicates of those, repetitions of one that was still waiting for its turn
 * @param tooLate of those, given up before, or repetitions of one that had its turn
 * @param lost windows that never came, or came too late
 * @param refused reports of other twins, another carrier or another window length
 */
public record LinkCounters(long received, long duplicates, long tooLate, long lost, long refused) {}
