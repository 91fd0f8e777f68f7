package dev.musubi.profiles.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.musubi.http.ApiBody;
import dev.musubi.model.CorporateNumber;
import dev.musubi.model.Jsic;
import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.Prefecture;
import dev.musubi.model.event.NeedState;
import dev.musubi.model.event.OrganisationState;
import dev.musubi.profiles.application.Passwords;
import dev.musubi.profiles.application.SeedDemo;
import dev.musubi.profiles.domain.EmailAddress;
import dev.musubi.profiles.domain.OrganisationProfile;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Seeds a demonstration; exists only where one is wanted. */
@RestController
@RequestMapping("/internal/demo")
@ConditionalOnBooleanProperty("musubi.profiles.demo")
@Hidden
class DemoController {
  private final SeedDemo seed;
  private final Passwords passwords;

  DemoController(SeedDemo seed, Passwords passwords) {
    this.seed = seed;
    this.passwords = passwords;
  }

  record Name(@NotBlank @Nullable String ja, @Nullable String en) {}

  record DemoOrganisation(
      @NotNull @Nullable UUID id,
      @NotNull @Nullable OrganisationKind kind,
      @NotNull @Valid @Nullable Name name,
      @Nullable CorporateNumber corporateNumber,
      @Nullable Prefecture prefecture,
      OrganisationState.@Nullable Size size,
      @Nullable List<Jsic> jsic,
      OrganisationState.@Nullable SmeType smeType,
      @Nullable String website,
      @Nullable Boolean sample) {
    OrganisationProfile profile() {
      Name both = Objects.requireNonNull(name);
      return new OrganisationProfile(
          Texts.line(both.ja()),
          Texts.lineOrNull(both.en()),
          corporateNumber,
          prefecture,
          jsic == null ? List.of() : jsic,
          size,
          smeType,
          website);
    }
  }

  record DemoAccount(
      @NotNull @Nullable EmailAddress email,
      @NotBlank @Nullable String name,
      @NotNull @Nullable UUID organisation,
      @NotNull @Nullable MemberRole role,
      @Nullable String lang) {
    SeedDemo.Person person() {
      return new SeedDemo.Person(
          Objects.requireNonNull(email),
          Texts.line(name),
          Objects.requireNonNull(organisation),
          Objects.requireNonNull(role),
          "en".equals(lang) ? "en" : "ja");
    }
  }

  /**
   * @param password of all accounts
   */
  record DemoInput(
      @Nullable List<@Valid DemoOrganisation> organisations,
      @Nullable List<@Valid DemoAccount> accounts,
      @Size(min = 12, max = 128) @Nullable String password) {}

  /** The files of needs carry notes for their own checks ({@code fits}) that are none of ours. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record DemoNeed(
      @NotBlank @Nullable String externalId,
      @NotNull @Nullable UUID organisation,
      @Nullable String lang,
      @NotBlank @Nullable String title,
      @NotBlank @Nullable String text,
      @Valid NeedInput.@Nullable Elements elements,
      @Valid NeedInput.@Nullable Constraints constraints,
      @Nullable List<NeedState.Want> wants,
      NeedState.@Nullable Visibility visibility,
      @Valid NeedInput.@Nullable Alerts alerts) {
    NeedInput input() {
      return new NeedInput(lang, title, text, elements, constraints, wants, visibility, alerts);
    }
  }

  record DemoNeeds(@NotNull @Nullable List<@Valid DemoNeed> needs) {}

  record Seeded(int organisations, int accounts, int needs) {}

  @PostMapping
  Seeded seed(@ApiBody DemoInput input) {
    int organisations = 0;
    for (DemoOrganisation each : list(input.organisations())) {
      UUID id = Objects.requireNonNull(each.id());
      OrganisationKind kind = Objects.requireNonNull(each.kind());
      organisations += seed.organisation(id, kind, each.profile()) ? 1 : 0;
    }
    int accounts = 0;
    List<DemoAccount> people = list(input.accounts());
    if (!people.isEmpty()) {
      String hash = passwords.hash(required(input.password()));
      for (DemoAccount each : people) {
        accounts += seed.account(each.person(), hash) ? 1 : 0;
      }
    }
    return new Seeded(organisations, accounts, 0);
  }

  @PostMapping("/needs")
  Seeded seedNeeds(@ApiBody DemoNeeds input) {
    int needs = 0;
    for (DemoNeed each : list(input.needs())) {
      UUID organisation = Objects.requireNonNull(each.organisation());
      String externalId = Objects.requireNonNull(each.externalId());
      needs += seed.need(organisation, externalId, each.input().content()) ? 1 : 0;
    }
    return new Seeded(0, 0, needs);
  }

  private static String required(@Nullable String password) {
    if (password == null) {
      throw new dev.musubi.http.InvalidInput(
          new dev.musubi.http.FieldError("/password", "required"));
    }
    return password;
  }

  private static <T> List<T> list(@Nullable List<T> items) {
    return items == null ? List.of() : items;
  }
}
