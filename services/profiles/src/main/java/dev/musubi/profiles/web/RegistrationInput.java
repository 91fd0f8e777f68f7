package dev.musubi.profiles.web;

import dev.musubi.model.CorporateNumber;
import dev.musubi.model.Jsic;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.Prefecture;
import dev.musubi.model.event.OrganisationState;
import dev.musubi.profiles.application.Registration;
import dev.musubi.profiles.domain.EmailAddress;
import dev.musubi.profiles.domain.OrganisationProfile;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An organisation that wants to join, with its first administrator. */
record RegistrationInput(
    @NotNull @Nullable OrganisationKind kind,
    @NotBlank @Size(max = 200) @Nullable String name,
    @Size(max = 200) @Nullable String nameEn,
    @Nullable CorporateNumber corporateNumber,
    @Nullable Prefecture prefecture,
    @Size(max = 10) @Nullable List<Jsic> jsic,
    OrganisationState.@Nullable Size size,
    OrganisationState.@Nullable SmeType smeType,
    @Size(max = 300) @Pattern(regexp = ProfileInput.WEBSITE, message = "{profiles.website}")
        @Nullable String website,
    @Valid @Nullable Administrator administrator) {

  /** The first administrator; left out by a person who is signed in and is it. */
  record Administrator(
      @NotNull @Nullable EmailAddress email,
      @NotBlank @Size(max = 100) @Nullable String name,
      @Pattern(regexp = "ja|en", message = "{profiles.lang}") @Nullable String lang) {
    EmailAddress address() {
      return Objects.requireNonNull(email);
    }

    String language() {
      return lang == null ? "ja" : lang;
    }
  }

  OrganisationKind organisationKind() {
    return Objects.requireNonNull(kind);
  }

  OrganisationProfile profile() {
    return new ProfileInput(name, nameEn, corporateNumber, prefecture, jsic, size, smeType, website)
        .profile();
  }

  Registration registration(Administrator first) {
    return new Registration(
        organisationKind(), profile(), Texts.line(first.name()), first.language());
  }
}
