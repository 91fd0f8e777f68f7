package dev.musubi.matching.web;

import dev.musubi.matching.application.HintClearance;
import dev.musubi.matching.application.HintClearance.Near;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Patents near to an open one that are not on offer. */
@RestController
@Tag(name = "search")
class NearPatents {
  private final HintClearance clearance;

  NearPatents(HintClearance clearance) {
    this.clearance = clearance;
  }

  /** At most three, the nearest first; a hint and not advice. */
  record Answer(List<Near> items) {}

  @GetMapping("/api/v1/search/listings/{id}/near")
  @Operation(summary = "Patents near to an open one that are known and not on offer: a hint")
  Answer near(@PathVariable UUID id) {
    return new Answer(clearance.near(id));
  }
}
