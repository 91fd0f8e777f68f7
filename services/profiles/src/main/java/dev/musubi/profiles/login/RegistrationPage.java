package dev.musubi.profiles.login;

import dev.musubi.http.InvalidInput;
import dev.musubi.http.TooManyRequests;
import dev.musubi.model.CorporateNumber;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.Prefecture;
import dev.musubi.profiles.application.RegisterOrganisation;
import dev.musubi.profiles.application.Registration;
import dev.musubi.profiles.domain.EmailAddress;
import dev.musubi.profiles.domain.OrganisationProfile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The form by which an organisation joins. */
@Controller
class RegistrationPage {
  private static final Set<OrganisationKind> KINDS =
      EnumSet.complementOf(EnumSet.of(OrganisationKind.ADMINISTRATOR));

  private final RegisterOrganisation register;
  private final MessageSource texts;

  RegistrationPage(RegisterOrganisation register, MessageSource messageSource) {
    this.register = register;
    this.texts = messageSource;
  }

  /** What was typed. */
  record Form(
      @Nullable String kind,
      @Nullable String name,
      @Nullable String nameEn,
      @Nullable String corporateNumber,
      @Nullable String prefecture,
      @Nullable String administratorName,
      @Nullable String email) {

    /** As a page reads them: by the names of the fields. */
    Map<String, @Nullable String> values() {
      Map<String, @Nullable String> values = new LinkedHashMap<>();
      values.put("kind", kind);
      values.put("name", name);
      values.put("nameEn", nameEn);
      values.put("corporateNumber", corporateNumber);
      values.put("prefecture", prefecture);
      values.put("administratorName", administratorName);
      values.put("email", email);
      return values;
    }
  }

  @GetMapping("/oauth2/registration")
  String form(Model model) {
    return show(model, new Form(null, null, null, null, null, null, null), Map.of());
  }

  @PostMapping("/oauth2/registration")
  String send(
      @ModelAttribute Form form,
      Model model,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response) {
    Map<String, String> problems = new LinkedHashMap<>();
    Checks checks = new Checks(problems, texts, locale);
    OrganisationKind kind = checks.required("kind", form.kind(), RegistrationPage::kind);
    String name = checks.required("name", form.name(), RegistrationPage::text);
    String nameEn = checks.optional("nameEn", form.nameEn(), RegistrationPage::text);
    CorporateNumber number =
        checks.optional("corporateNumber", form.corporateNumber(), CorporateNumber::tryParse);
    Prefecture prefecture = checks.optional("prefecture", form.prefecture(), Prefecture::find);
    String person =
        checks.required("administratorName", form.administratorName(), RegistrationPage::text);
    EmailAddress email = checks.required("email", form.email(), RegistrationPage::email);
    if (kind == null || name == null || person == null || email == null || !problems.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(model, form, problems);
    }
    OrganisationProfile profile =
        new OrganisationProfile(name, nameEn, number, prefecture, List.of(), null, null, null);
    try {
      register.request(
          new Registration(kind, profile, person, locale.getLanguage()),
          email,
          request.getRemoteAddr());
      return "redirect:/oauth2/done?what=mailed";
    } catch (InvalidInput e) {
      e.errors().forEach(checks::add);
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(model, form, problems);
    } catch (TooManyRequests e) {
      response.setStatus(e.status().value());
      model.addAttribute("reason", "throttled");
      return "login/refused";
    }
  }

  private static String show(Model model, Form form, Map<String, String> problems) {
    model.addAttribute("form", form.values());
    model.addAttribute("problems", problems);
    model.addAttribute("kinds", KINDS);
    model.addAttribute("prefectures", Prefecture.all());
    return "login/registration";
  }

  private static Optional<OrganisationKind> kind(String text) {
    return KINDS.stream().filter(kind -> kind.name().equals(text)).findFirst();
  }

  private static Optional<String> text(String text) {
    boolean clean = text.length() <= 200 && text.chars().noneMatch(Character::isISOControl);
    return clean ? Optional.of(text) : Optional.empty();
  }

  private static Optional<EmailAddress> email(String text) {
    try {
      return Optional.of(EmailAddress.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Collects what is wrong, by field. */
  private record Checks(Map<String, String> problems, MessageSource texts, Locale locale) {
    <T> @Nullable T required(
        String field, @Nullable String text, Function<String, Optional<T>> reader) {
      if (text == null || text.isBlank()) {
        say(field, field.equals("kind") ? "login.registration.kind.wrong" : "login.required");
        return null;
      }
      return optional(field, text, reader);
    }

    <T> @Nullable T optional(
        String field, @Nullable String text, Function<String, Optional<T>> reader) {
      if (text == null || text.isBlank()) {
        return null;
      }
      Optional<T> value = reader.apply(text.strip());
      if (value.isEmpty()) {
        say(field, "login.registration." + field + ".wrong");
      }
      return value.orElse(null);
    }

    void add(dev.musubi.http.FieldError error) {
      String field = error.pointer().replaceFirst("^/", "");
      say(field, "problem.field." + error.code());
    }

    private void say(String field, String key) {
      String general = texts.getMessage("problem.field.value.general", null, locale);
      problems.put(field, String.valueOf(texts.getMessage(key, null, general, locale)));
    }
  }
}
