package dev.musubi.http;

import org.jspecify.annotations.Nullable;

/** Turns exceptions of a library into refusals; every bean of this type is asked. */
@FunctionalInterface
public interface ProblemSource {
  /** The refusal, or null when the exception is not this source's to explain. */
  @Nullable Refusal explain(Exception exception);
}
