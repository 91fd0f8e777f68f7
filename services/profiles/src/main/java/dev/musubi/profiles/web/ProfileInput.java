package dev.musubi.profiles.web;

import dev.musubi.model.CorporateNumber;
import dev.musubi.model.Jsic;
import dev.musubi.model.Prefecture;
import dev.musubi.model.event.OrganisationState;
import dev.musubi.profiles.domain.OrganisationProfile;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an organisation says about itself. */
record ProfileInput(
    @NotBlank @Size(max = 200) @Nullable String name,
    @Size(max = 200) @Nullable String nameEn,
    @Nullable CorporateNumber corporateNumber,
    @Nullable Prefecture prefecture,
    @Size(max = 10) @Nullable List<Jsic> jsic,
    OrganisationState.@Nullable Size size,
    OrganisationState.@Nullable SmeType smeType,
    @Size(max = 300) @Pattern(regexp = WEBSITE, message = "{profiles.website}")
        @Nullable String website) {
  static final String WEBSITE = "https?://[^\\s\"<>]+";

  static ProfileInput of(OrganisationProfile profile) {
    return new ProfileInput(
        profile.name(),
        profile.nameEn(),
        profile.corporateNumber(),
        profile.prefecture(),
        profile.jsic(),
        profile.size(),
        profile.smeType(),
        profile.website());
  }

  OrganisationProfile profile() {
    return new OrganisationProfile(
        Texts.line(name),
        Texts.lineOrNull(nameEn),
        corporateNumber,
        prefecture,
        jsic == null ? List.of() : jsic.stream().distinct().toList(),
        size,
        smeType,
        Texts.lineOrNull(website));
  }
}
