/** {@code twinslice gym}: the scenarios as a gym over gRPC, for learners in other languages. */
@NullMarked
package io.twinslice.lab.gym;

import org.jspecify.annotations.NullMarked;
