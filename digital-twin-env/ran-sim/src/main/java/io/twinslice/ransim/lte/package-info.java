/** LTE cells that stand beside recordings of other people's cells: a software-radio testbed and a network simulator. */
@NullMarked
package io.twinslice.ransim.lte;

import org.jspecify.annotations.NullMarked;
