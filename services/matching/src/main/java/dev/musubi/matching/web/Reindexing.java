package dev.musubi.matching.web;

import dev.musubi.http.NotFound;
import dev.musubi.matching.application.RebuildIndices;
import dev.musubi.matching.application.RebuildProgress;
import dev.musubi.security.Caller;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code musubi reindex}: for the operator alone. */
@RestController
@Hidden
@RequestMapping("/internal/reindex")
class Reindexing {
  private final RebuildIndices rebuild;

  Reindexing(RebuildIndices rebuild) {
    this.rebuild = rebuild;
  }

  /** Asked again while it runs, it is the same rebuild. */
  @PostMapping
  ResponseEntity<RebuildProgress> start(Caller caller) {
    requireOperator(caller);
    return ResponseEntity.status(HttpStatus.ACCEPTED).body(rebuild.start());
  }

  @GetMapping
  RebuildProgress progress(Caller caller) {
    requireOperator(caller);
    return rebuild.progress().orElseThrow(NotFound::new);
  }

  /** The chain lets services in, too; a rebuild is for people to ask for. */
  private static void requireOperator(Caller caller) {
    if (!caller.isOperator()) {
      throw new AccessDeniedException("operator");
    }
  }
}
