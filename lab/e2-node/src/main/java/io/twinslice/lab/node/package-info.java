/**
 * The lab's E2 node: a simulated RAN behind real E2 octets. It answers E2AP over TCP, reports KPM (style 1, labelled by
 * slice) and applies the slice PRB quota of RC style 2 action 6. A simulator; nobody deploys it.
 */
@NullMarked
package io.twinslice.lab.node;

import org.jspecify.annotations.NullMarked;
