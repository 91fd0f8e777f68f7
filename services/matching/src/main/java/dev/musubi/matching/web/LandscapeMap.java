package dev.musubi.matching.web;

import dev.musubi.matching.application.DrawLandscape;
import dev.musubi.matching.application.Landscape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is on offer against what is needed. */
@RestController
@Tag(name = "landscape")
class LandscapeMap {
  private final DrawLandscape landscape;

  LandscapeMap(DrawLandscape landscape) {
    this.landscape = landscape;
  }

  @GetMapping("/api/v1/landscape")
  @Operation(
      summary = "Open patents against needs, in groups of what is alike and by classes of the IPC")
  Landscape landscape() {
    return landscape.last();
  }
}
