/**
 * JMH benchmarks of the E2 codecs: the messages of the control loop, with reader and writer used again as in a loop.
 *
 * <pre>
 * mvn -B -pl e2-sm/benchmarks -am package -DskipTests
 * java -cp 'e2-sm/benchmarks/target/classes:e2-sm/benchmarks/target/lib/*' org.openjdk.jmh.Main -prof gc
 * </pre>
 */
@NullMarked
package io.twinslice.e2benchmarks;

import org.jspecify.annotations.NullMarked;
