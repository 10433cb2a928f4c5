/** {@code twinslice templates}: slice templates for several aims at once. */
@NullMarked
package io.twinslice.lab.templates;

import org.jspecify.annotations.NullMarked;
