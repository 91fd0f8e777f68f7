package dev.musubi.matching.embedding;

import dev.musubi.embedding.ModelFolder.InvalidModel;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line what is wrong with the model, instead of a stack trace. */
class InvalidModelReport extends AbstractFailureAnalyzer<InvalidModel> {

  @Override
  protected FailureAnalysis analyze(Throwable root, InvalidModel cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Point MUSUBI_MODEL to a folder with the model, or set MUSUBI_EMBEDDINGS=false to go on"
            + " without vectors.",
        cause);
  }
}
