package io.twinslice.lab;

import java.nio.file.Path;

/**
 * What {@code twinslice xapp} was asked to run.
 *
 * @param config the xApp's configuration; an existing file
 */
public record XappOptions(Path config) {}
