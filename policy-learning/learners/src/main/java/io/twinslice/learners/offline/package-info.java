/**
 * Learners that are given a log of decisions and nothing else: no environment to try things in. Each is a record of its
 * settings and answers the network that it learned; the same log, settings and seed give the same network, bit for bit.
 */
@NullMarked
package io.twinslice.learners.offline;

import org.jspecify.annotations.NullMarked;
