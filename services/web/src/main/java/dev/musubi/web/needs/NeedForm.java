package dev.musubi.web.needs;

import dev.musubi.elements.DrawElements;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.NeedState;
import dev.musubi.web.clients.Need;
import dev.musubi.web.language.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A need as its form holds it: lists as lines or commas, everything as it was typed. */
public record NeedForm(
    @Nullable String title,
    @Nullable String text,
    @Nullable String material,
    @Nullable String method,
    @Nullable String efficacy,
    @Nullable String product,
    @Nullable String application,
    @Nullable List<String> licenceKinds,
    @Nullable List<String> prefectures,
    @Nullable String remainingYearsMin,
    @Nullable List<String> wants,
    @Nullable String visibility,
    @Nullable String frequency,
    @Nullable String budgetPerWeek) {

  static NeedForm empty(String text) {
    return new NeedForm(
        null,
        text,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of("LICENCE"),
        "ANONYMOUS",
        "AT_ONCE",
        "5");
  }

  static NeedForm of(Need need) {
    NeedState.Elements elements = need.elements();
    NeedState.Constraints constraints = need.constraints();
    NeedState.Alerts alerts = need.alerts();
    return new NeedForm(
        need.title(),
        need.text(),
        elements == null ? null : Phrases.join(elements.material()),
        elements == null ? null : Phrases.join(elements.method()),
        elements == null ? null : Phrases.join(elements.efficacy()),
        elements == null ? null : Phrases.join(elements.product()),
        elements == null ? null : Phrases.join(elements.application()),
        constraints == null ? null : names(constraints.licenceKinds()),
        constraints == null ? null : constraints.prefectures(),
        constraints == null || constraints.remainingYearsMin() == null
            ? null
            : String.valueOf(constraints.remainingYearsMin()),
        need.wants().stream().map(Enum::name).toList(),
        need.visibility() == null ? null : need.visibility().name(),
        alerts == null ? null : alerts.frequency().name(),
        alerts == null ? null : String.valueOf(alerts.budgetPerWeek()));
  }

  /** As the API takes it. What cannot be a number is sent as it is, so that the API says so. */
  Map<String, Object> body(String lang) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("lang", lang);
    body.put("title", plain(title));
    body.put("text", plain(text));
    body.put("elements", elements());
    Map<String, Object> constraints = new LinkedHashMap<>();
    constraints.put("licenceKinds", known(licenceKinds));
    constraints.put("prefectures", known(prefectures));
    constraints.put("remainingYearsMin", null); // emptied is not the same as left out (RFC 7396)
    putNumber(constraints, "remainingYearsMin", remainingYearsMin);
    body.put("constraints", constraints);
    body.put("wants", known(wants));
    body.put("visibility", plain(visibility));
    Map<String, Object> alerts = new LinkedHashMap<>();
    alerts.put("frequency", plain(frequency));
    putNumber(alerts, "budgetPerWeek", budgetPerWeek);
    body.put("alerts", alerts);
    return body;
  }

  private Map<String, Object> elements() {
    Map<String, Object> elements = new LinkedHashMap<>();
    elements.put("material", Phrases.split(material));
    elements.put("method", Phrases.split(method));
    elements.put("efficacy", Phrases.split(efficacy));
    elements.put("product", Phrases.split(product));
    elements.put("application", Phrases.split(application));
    return elements;
  }

  /** With clues that the texts give where none were typed. What was typed stays as it is. */
  NeedForm withClues() {
    NeedState.Elements drawn = DrawElements.shipped().from(plain(title), plain(text));
    return new NeedForm(
        title,
        text,
        Phrases.orElse(material, drawn.material()),
        Phrases.orElse(method, drawn.method()),
        Phrases.orElse(efficacy, drawn.efficacy()),
        Phrases.orElse(product, drawn.product()),
        Phrases.orElse(application, drawn.application()),
        licenceKinds,
        prefectures,
        remainingYearsMin,
        wants,
        visibility,
        frequency,
        budgetPerWeek);
  }

  /** Whether there is any clue. */
  boolean hasClues() {
    return Stream.of(material, method, efficacy, product, application)
        .anyMatch(clue -> clue != null && !clue.isBlank());
  }

  /** The form's field for a pointer of the API. */
  static String fieldOf(String pointer) {
    String[] parts = pointer.split("/", -1);
    if (parts.length < 2) {
      return "";
    }
    boolean nested = List.of("elements", "constraints", "alerts").contains(parts[1]);
    return nested && parts.length > 2 ? parts[2] : parts[1];
  }

  /** The message key of a field's label. */
  static String labelOf(String field) {
    return switch (field) {
      case "licenceKinds" -> "need.kinds";
      case "remainingYearsMin" -> "need.years";
      case "budgetPerWeek" -> "need.budget";
      case "title",
          "text",
          "material",
          "method",
          "efficacy",
          "product",
          "application",
          "wants",
          "visibility",
          "frequency" ->
          "need." + field;
      case "prefectures" -> "facet.prefecture";
      default -> "";
    };
  }

  /** Whether a box is ticked. */
  public boolean has(String name, String value) {
    return switch (name) {
      case "licenceKinds" -> known(licenceKinds).contains(value);
      case "prefectures" -> known(prefectures).contains(value);
      case "wants" -> known(wants).contains(value);
      default -> false;
    };
  }

  static void putNumber(Map<String, Object> into, String name, @Nullable String typed) {
    String number = java.text.Normalizer.normalize(plain(typed), java.text.Normalizer.Form.NFKC);
    if (number.matches("\\d{1,6}")) {
      into.put(name, Integer.valueOf(number));
    } else if (!number.isEmpty()) {
      into.put(name, number);
    }
  }

  private static List<String> names(List<ListingState.Offer.Kind> kinds) {
    List<String> names = new ArrayList<>();
    kinds.forEach(kind -> names.add(kind.name()));
    return names;
  }

  private static List<String> known(@Nullable List<String> values) {
    return values == null ? List.of() : values;
  }

  private static String plain(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
