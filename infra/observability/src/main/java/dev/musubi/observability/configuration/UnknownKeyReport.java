package dev.musubi.observability.configuration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says it in its one line, instead of a stack trace. */
final class UnknownKeyReport extends AbstractFailureAnalyzer<UnknownKey> {

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable root, UnknownKey cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
