package dev.musubi.profiles.web;

import dev.musubi.model.event.NeedState;
import dev.musubi.profiles.domain.Need;
import dev.musubi.profiles.domain.NeedContent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A need as those see it who may. */
record NeedView(
    UUID id,
    long version,
    UUID organisationId,
    Need.State state,
    String lang,
    String title,
    String text,
    NeedState.Elements elements,
    NeedState.Constraints constraints,
    List<NeedState.Want> wants,
    NeedState.Visibility visibility,
    NeedState.Alerts alerts,
    boolean sample,
    @Nullable String externalId,
    @Nullable Instant activatedAt,
    Instant createdAt,
    Instant changedAt) {

  static NeedView of(Need need) {
    NeedContent content = need.content();
    return new NeedView(
        need.id(),
        need.version(),
        need.organisation(),
        need.state(),
        content.lang(),
        content.title(),
        content.text(),
        content.elements(),
        content.constraints(),
        content.wants(),
        content.visibility(),
        content.alerts(),
        need.sample(),
        need.externalId(),
        need.activatedAt(),
        need.createdAt(),
        need.changedAt());
  }
}
