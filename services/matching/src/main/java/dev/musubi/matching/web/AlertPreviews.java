package dev.musubi.matching.web;

import dev.musubi.http.ApiBody;
import dev.musubi.http.FieldError;
import dev.musubi.http.InvalidParameter;
import dev.musubi.http.NotFound;
import dev.musubi.matching.application.PreviewAlerts;
import dev.musubi.matching.application.PreviewAlerts.Preview;
import dev.musubi.matching.application.Visibility;
import dev.musubi.matching.persistence.Projections;
import dev.musubi.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many alerts a number would have brought, for whoever is about to choose it. */
@RestController
@Tag(name = "matches")
class AlertPreviews {
  private static final int MOST = 100;

  private final PreviewAlerts preview;
  private final Projections projections;
  private final Visibility visibility;

  AlertPreviews(PreviewAlerts preview, Projections projections, Visibility visibility) {
    this.preview = preview;
    this.projections = projections;
    this.visibility = visibility;
  }

  @GetMapping("/api/v1/needs/{id}/alert-preview")
  @Operation(summary = "How many alerts a need would have had in the last four weeks")
  Preview ofNeed(
      @PathVariable UUID id,
      @Parameter(description = "Alerts a week that are wanted, 0 to 100")
          @RequestParam(defaultValue = "5")
          int budgetPerWeek,
      Caller caller) {
    if (budgetPerWeek < 0 || budgetPerWeek > MOST) {
      throw new InvalidParameter(new FieldError("budgetPerWeek", "range", 0, MOST));
    }
    var need =
        projections
            .need(id)
            .map(Projections.NeedRow::state)
            .filter(it -> visibility.maySee(caller, it))
            .orElseThrow(NotFound::new);
    return preview.of(need, budgetPerWeek);
  }

  /**
   * @param text of a need that is being written
   * @param budgetPerWeek alerts a week that are wanted
   */
  record Body(
      @NotBlank @Size(max = 200_000) String text,
      @NotNull @Min(0) @Max(MOST) Integer budgetPerWeek) {}

  @PostMapping("/api/v1/search/alert-preview")
  @Operation(summary = "How many alerts a text would have had in the last four weeks")
  Preview ofText(@ApiBody Body body) {
    return preview.of(body.text(), body.budgetPerWeek());
  }
}
