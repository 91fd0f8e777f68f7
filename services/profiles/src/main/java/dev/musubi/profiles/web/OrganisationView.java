package dev.musubi.profiles.web;

import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.OrganisationState;
import dev.musubi.profiles.domain.Organisation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organisation as others may see it. */
record OrganisationView(
    UUID id,
    long version,
    OrganisationKind kind,
    String name,
    @Nullable String nameEn,
    @Nullable String corporateNumber,
    @Nullable String prefecture,
    List<String> jsic,
    OrganisationState.@Nullable Size size,
    OrganisationState.@Nullable SmeType smeType,
    @Nullable String website,
    boolean sample,
    Instant changedAt) {

  static OrganisationView of(Organisation organisation) {
    OrganisationState state = organisation.state(List.of());
    return new OrganisationView(
        state.id(),
        state.version(),
        state.kind(),
        state.name(),
        state.nameEn(),
        state.corporateNumber(),
        state.prefecture(),
        state.jsic(),
        state.size(),
        state.smeType(),
        state.website(),
        state.sample(),
        state.changedAt());
  }
}
