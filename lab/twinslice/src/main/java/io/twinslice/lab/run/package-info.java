/**
 * The engines behind the commands: the composition root of the lab. Only here are sockets, threads, clocks and seeds
 * put together.
 */
@NullMarked
package io.twinslice.lab.run;

import org.jspecify.annotations.NullMarked;
