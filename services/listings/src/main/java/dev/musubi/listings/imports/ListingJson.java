package dev.musubi.listings.imports;

import dev.musubi.model.PatentNumber;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes gathered cells in the shape of the API's {@code ListingInput}. */
final class ListingJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** A patent lives twenty years from its filing (Patent Act, article 67). */
  private static final int PATENT_YEARS = 20;

  /** A utility model lives ten (Utility Model Act, article 15). */
  private static final int UTILITY_MODEL_YEARS = 10;

  private final Format format;
  private final Map<Target, String> texts;
  private final Map<Target, PatentNumber> numbers;
  private final Map<Target, LocalDate> dates;
  private final Map<Target, Set<String>> lists;

  ListingJson(
      Format format,
      Map<Target, String> texts,
      Map<Target, PatentNumber> numbers,
      Map<Target, LocalDate> dates,
      Map<Target, Set<String>> lists) {
    this.format = format;
    this.texts = texts;
    this.numbers = numbers;
    this.dates = dates;
    this.lists = lists;
  }

  ObjectNode build() {
    ObjectNode listing = JSON.createObjectNode();
    listing.putArray("texts").add(text());
    listing.putArray("rights").add(right());
    owners(listing.putArray("owners"));
    offers(listing.putArray("offers"));
    ObjectNode classifications = listing.putObject("classifications");
    strings(classifications, "ipc", Target.IPC);
    strings(classifications, "fi", Target.FI);
    strings(classifications, "cpc", Target.CPC);
    strings(classifications, "fTerm", Target.F_TERM);
    strings(listing, "fields", Target.FIELD);
    strings(listing, "functions", Target.FUNCTION);
    return listing;
  }

  /** Where fields come from, so that a refusal can name the column of the file. */
  Map<String, String> origins(Map<Target, String> columns) {
    Map<String, String> origins = new LinkedHashMap<>();
    columns.forEach((target, column) -> origins.put(pointer(target), column));
    return origins;
  }

  private static String pointer(Target target) {
    return switch (target) {
      case TITLE -> "/texts/0/title";
      case SUMMARY -> "/texts/0/summary";
      case PROBLEM -> "/texts/0/problem";
      case SOLUTION -> "/texts/0/solution";
      case EFFECT -> "/texts/0/effect";
      case PRODUCTS -> "/texts/0/products";
      case OVERVIEW, ABSTRACT -> "/texts/0/overview";
      case APPLICATION_NUMBER -> "/rights/0/applicationNumber";
      case PUBLICATION_NUMBER -> "/rights/0/publicationNumber";
      case REGISTRATION_NUMBER -> "/rights/0/registrationNumber";
      case OWNERS -> "/owners";
      default -> "/" + target.name().toLowerCase(java.util.Locale.ROOT);
    };
  }

  private ObjectNode text() {
    ObjectNode text = JSON.createObjectNode();
    text.put("lang", texts.getOrDefault(Target.LANGUAGE, format.language()));
    text.put("title", TitleLength.within(texts.getOrDefault(Target.TITLE, "")));
    put(text, "summary", texts.get(Target.SUMMARY));
    String written = texts.get(Target.ABSTRACT);
    AbstractParts parts = written == null ? null : AbstractParts.of(written);
    put(text, "problem", first(texts.get(Target.PROBLEM), parts == null ? null : parts.problem()));
    put(
        text,
        "solution",
        first(texts.get(Target.SOLUTION), parts == null ? null : parts.solution()));
    put(text, "effect", texts.get(Target.EFFECT));
    put(text, "products", texts.get(Target.PRODUCTS));
    put(text, "overview", overview(parts));
    return text;
  }

  private @Nullable String overview(@Nullable AbstractParts parts) {
    String overview = first(texts.get(Target.OVERVIEW), parts == null ? null : parts.whole());
    Set<String> keywords = lists.getOrDefault(Target.KEYWORDS, Set.of());
    if (keywords.isEmpty()) {
      return overview;
    }
    String line = String.join(" / ", keywords);
    return overview == null ? line : overview + "\n" + line;
  }

  private ObjectNode right() {
    ObjectNode right = JSON.createObjectNode();
    PatentNumber any = numbers.values().stream().findFirst().orElse(null);
    String kind = kind(any);
    right.put("kind", kind);
    right.put("jurisdiction", any == null ? format.office() : any.office());
    number(right, "applicationNumber", Target.APPLICATION_NUMBER);
    number(right, "publicationNumber", Target.PUBLICATION_NUMBER);
    number(right, "registrationNumber", Target.REGISTRATION_NUMBER);
    document(right);
    put(right, "inventionTitle", first(texts.get(Target.INVENTION_TITLE), texts.get(Target.TITLE)));
    date(right, "filedOn", dates.get(Target.FILED_ON));
    date(right, "publishedOn", dates.get(Target.PUBLISHED_ON));
    date(right, "registeredOn", dates.get(Target.REGISTERED_ON));
    date(right, "expiresOn", expiry(kind));
    right.put("status", status(right, any));
    return right;
  }

  /** What has no number of any office is offered as know-how: seeds of research, for example. */
  private static String kind(@Nullable PatentNumber number) {
    if (number == null) {
      return "KNOW_HOW";
    }
    return switch (number.type()) {
      case UTILITY_APPLICATION,
          UTILITY_PUBLICATION,
          UTILITY_TRANSLATION,
          UTILITY_EXAMINED,
          UTILITY_REGISTRATION ->
          "UTILITY_MODEL";
      case DESIGN_APPLICATION, DESIGN_REGISTRATION -> "DESIGN";
      default -> "PATENT";
    };
  }

  private void number(ObjectNode right, String field, Target target) {
    PatentNumber number = numbers.get(target);
    if (number != null) {
      right.put(field, number.number());
    }
  }

  private void document(ObjectNode right) {
    PatentNumber document = numbers.get(Target.DOCUMENT_NUMBER);
    if (document == null) {
      return;
    }
    String field =
        document.type().isRegistration()
            ? "registrationNumber"
            : document.type().isApplication() ? "applicationNumber" : "publicationNumber";
    if (!right.has(field)) {
      right.put(field, document.number());
    }
  }

  private @Nullable LocalDate expiry(String kind) {
    LocalDate filed = dates.get(Target.FILED_ON);
    LocalDate given = dates.get(Target.EXPIRES_ON);
    if (given != null || filed == null) {
      return given;
    }
    return switch (kind) {
      case "PATENT" -> filed.plusYears(PATENT_YEARS);
      case "UTILITY_MODEL" -> filed.plusYears(UTILITY_MODEL_YEARS);
      default -> null;
    };
  }

  private String status(ObjectNode right, @Nullable PatentNumber any) {
    String given = texts.get(Target.STATUS);
    if (given != null) {
      return given;
    }
    if (any == null) {
      return "UNKNOWN";
    }
    boolean granted = right.has("registrationNumber") || dates.containsKey(Target.REGISTERED_ON);
    return granted ? "GRANTED" : right.has("publicationNumber") ? "PENDING" : "UNPUBLISHED";
  }

  private void owners(ArrayNode owners) {
    lists
        .getOrDefault(Target.OWNERS, Set.of())
        .forEach(name -> owners.addObject().put("name", name));
  }

  private void offers(ArrayNode offers) {
    if (!"false".equals(texts.get(Target.LICENCE_OFFERED))) {
      ObjectNode offer = offers.addObject().put("kind", "NON_EXCLUSIVE");
      String sublicence = texts.get(Target.SUBLICENCE);
      if (sublicence != null) {
        offer.put("sublicence", Boolean.parseBoolean(sublicence));
      }
      put(offer, "note", notes());
    }
    if ("true".equals(texts.get(Target.ASSIGNMENT_OFFERED))) {
      offers.addObject().put("kind", "ASSIGNMENT");
    }
  }

  private @Nullable String notes() {
    String upfront = texts.get(Target.UPFRONT_NOTE);
    String royalty = texts.get(Target.ROYALTY_NOTE);
    List<String> notes =
        java.util.stream.Stream.of(upfront, royalty).filter(java.util.Objects::nonNull).toList();
    return notes.isEmpty() ? null : String.join(" / ", notes);
  }

  private void strings(ObjectNode into, String field, Target target) {
    ArrayNode array = into.putArray(field);
    lists.getOrDefault(target, Set.of()).forEach(array::add);
  }

  private static void put(ObjectNode into, String field, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      into.put(field, text);
    }
  }

  private static void date(ObjectNode into, String field, @Nullable LocalDate date) {
    if (date != null) {
      into.put(field, date.toString());
    }
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one != null ? one : other;
  }
}
