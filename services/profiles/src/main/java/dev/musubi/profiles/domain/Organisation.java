package dev.musubi.profiles.domain;

import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.OrganisationState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A member organisation of the marketplace. */
public record Organisation(
    UUID id,
    long version,
    OrganisationKind kind,
    OrganisationProfile profile,
    boolean sample,
    Instant createdAt,
    Instant changedAt) {

  public static Organisation register(
      UUID id, OrganisationKind kind, OrganisationProfile profile, boolean sample, Instant now) {
    return new Organisation(id, 1, kind, profile, sample, now, now);
  }

  public Organisation change(OrganisationProfile profile, Instant now) {
    return new Organisation(id, version + 1, kind, profile, sample, createdAt, now);
  }

  /** The next version with the same content: its mandates have changed. */
  public Organisation touch(Instant now) {
    return change(profile, now);
  }

  /** Whether needs of this firm must be told anew after it became the other. */
  public boolean changesNeeds(Organisation changed) {
    return !profile.sameRegionAndIndustry(changed.profile);
  }

  /** The public state, without anything personal. */
  public OrganisationState state(List<UUID> mandates) {
    return new OrganisationState(
        id,
        version,
        kind,
        profile.name(),
        profile.nameEn(),
        profile.corporateNumber() == null ? null : profile.corporateNumber().digits(),
        profile.prefecture() == null ? null : profile.prefecture().code(),
        profile.jsic().stream().map(jsic -> jsic.code()).toList(),
        profile.size(),
        profile.smeType(),
        profile.website(),
        mandates,
        sample,
        changedAt);
  }
}
