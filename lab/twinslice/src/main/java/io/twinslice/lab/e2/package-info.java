/**
 * {@code twinslice e2}: looks into E2 messages, writes them, and checks the codecs against files of vectors; and
 * {@code twinslice bench e2}, which times them.
 *
 * <p>What the tools show comes from the {@linkplain io.twinslice.grammar productions}; what they check and time are the
 * codecs of the product.
 */
@NullMarked
package io.twinslice.lab.e2;

import org.jspecify.annotations.NullMarked;
