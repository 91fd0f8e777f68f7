package dev.musubi.matching.web;

import dev.musubi.embedding.ModelIdentity;
import dev.musubi.matching.embedding.Model;
import dev.musubi.matching.embedding.Progress;
import dev.musubi.matching.persistence.Tasks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the operator's command line asks of matching. */
@RestController
@Tag(name = "operations")
class EmbeddingProgress {
  private final Model model;
  private final Progress progress;
  private final Tasks tasks;

  EmbeddingProgress(Model model, Progress progress, Tasks tasks) {
    this.model = model;
    this.progress = progress;
    this.tasks = tasks;
  }

  /**
   * How the vectors fare.
   *
   * @param state OFF, LOADING, READY or AWAY
   * @param waiting documents without a vector of this model
   * @param made texts embedded by this instance since its start
   * @param perSecond lately, by this instance
   * @param remaining how long those that wait will take; null when nothing can be said
   */
  record Embedding(
      Model.State state,
      @Nullable ModelIdentity model,
      @Nullable String trouble,
      long waiting,
      long made,
      double perSecond,
      @Nullable Duration remaining) {}

  @GetMapping("/internal/embedding")
  @Operation(summary = "Which model makes vectors, and how long it still takes")
  Embedding embedding() {
    var waiting = tasks.backlog().toEmbed();
    var ready = model.state() == Model.State.READY;
    return new Embedding(
        model.state(),
        ready ? model.model() : null,
        model.trouble().orElse(null),
        waiting,
        progress.made(),
        Math.round(progress.perSecond() * 10) / 10.0,
        progress.remaining(waiting).orElse(null));
  }
}
