package dev.musubi.bench.goals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row.
 *
 * @param failure why it has no figures, or null
 */
record Measured(String row, List<Figure> figures, @Nullable String failure) {}
