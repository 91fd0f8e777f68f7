package dev.musubi.profiles.domain;

import dev.musubi.model.CorporateNumber;
import dev.musubi.model.Jsic;
import dev.musubi.model.Prefecture;
import dev.musubi.model.event.OrganisationState.Size;
import dev.musubi.model.event.OrganisationState.SmeType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an organisation says about itself. */
public record OrganisationProfile(
    String name,
    @Nullable String nameEn,
    @Nullable CorporateNumber corporateNumber,
    @Nullable Prefecture prefecture,
    List<Jsic> jsic,
    @Nullable Size size,
    @Nullable SmeType smeType,
    @Nullable String website) {
  public OrganisationProfile {
    jsic = List.copyOf(jsic);
  }

  /** Whether what needs repeat of the firm is the same. */
  boolean sameRegionAndIndustry(OrganisationProfile other) {
    return java.util.Objects.equals(prefecture, other.prefecture) && jsic.equals(other.jsic);
  }
}
