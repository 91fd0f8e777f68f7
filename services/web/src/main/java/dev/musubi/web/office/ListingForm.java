package dev.musubi.web.office;

import dev.musubi.model.event.ListingState;
import dev.musubi.web.clients.Listing;
import dev.musubi.web.login.Visitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A listing as its form holds it: two languages, one right, everything as it was typed. */
record ListingForm(
    @Nullable TextPart ja,
    @Nullable TextPart en,
    @Nullable RightPart right,
    @Nullable String coOwners,
    @Nullable Boolean coOwnersConsent,
    @Nullable List<String> offers,
    @Nullable String royaltyFrom,
    @Nullable String royaltyTo,
    @Nullable String upfrontYen,
    @Nullable String trigger,
    @Nullable List<String> fields,
    @Nullable String ipc,
    @Nullable String prefecture,
    @Nullable String trl) {

  static ListingForm empty() {
    return new ListingForm(
        TextPart.EMPTY,
        TextPart.EMPTY,
        RightPart.EMPTY,
        null,
        false,
        List.of("NON_EXCLUSIVE"),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static ListingForm of(Listing listing) {
    OfferTerms terms = OfferTerms.of(listing.offers());
    List<String> coOwners =
        listing.owners().stream().skip(1).map(ListingState.Owner::name).toList();
    return new ListingForm(
        TextPart.of(listing, "ja"),
        TextPart.of(listing, "en"),
        listing.rights().stream().findFirst().map(RightPart::of).orElse(RightPart.EMPTY),
        String.join("\n", coOwners),
        listing.owners().stream().skip(1).allMatch(ListingState.Owner::consentRecorded),
        listing.offers().stream().map(offer -> offer.kind().name()).toList(),
        terms.royaltyFrom(),
        terms.royaltyTo(),
        terms.upfrontYen(),
        terms.trigger(),
        listing.fields(),
        listing.classifications() == null
            ? null
            : String.join(", ", listing.classifications().ipc()),
        listing.prefecture(),
        text(listing.trl()));
  }

  /**
   * As the API takes it.
   *
   * @param before the listing that is changed, whose further rights and first owner stay; or null
   */
  Map<String, Object> body(@Nullable Listing before, @Nullable Visitor own) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("texts", texts());
    body.put("rights", rights(before));
    body.put("owners", owners(before, own));
    body.put(
        "offers",
        new OfferTerms(royaltyFrom, royaltyTo, upfrontYen, trigger)
            .offers(known(offers), before == null ? List.of() : before.offers()));
    Map<String, Object> classes = new LinkedHashMap<>();
    classes.put("ipc", split(ipc));
    body.put("classifications", classes);
    body.put("fields", known(fields));
    if (before != null) {
      body.put("prefecture", null); // emptied is not the same as left out (RFC 7396)
      body.put("trl", null);
    }
    Typed.text(body, "prefecture", prefecture);
    Typed.number(body, "trl", trl);
    return body;
  }

  /** The form's field for a pointer of the API. */
  String fieldOf(String pointer) {
    String[] parts = pointer.split("/", -1);
    if (parts.length < 2) {
      return "";
    }
    String last = parts[parts.length - 1];
    return switch (parts[1]) {
      case "texts" -> parts.length > 3 ? langOf(parts[2]) + "." + textField(last) : "ja.title";
      case "rights" -> parts.length > 3 ? "right." + last : "right.registrationNumber";
      case "owners" -> "coOwners";
      case "offers" -> offerField(last);
      case "classifications" -> "ipc";
      default -> parts[1];
    };
  }

  /** The message key of a field's label. */
  static String labelOf(String field) {
    String last = field.substring(field.lastIndexOf('.') + 1);
    return switch (last) {
      case "title", "summary", "problem", "solution", "effect", "products", "overview" ->
          "text." + last;
      case "elements", "material", "method", "efficacy", "product", "application" -> "text." + last;
      case "registrationNumber", "publicationNumber", "applicationNumber" ->
          "right." + last.replace("Number", "");
      case "filedOn", "expiresOn" -> "right." + last.replace("On", "");
      case "kind", "status" -> "right." + last;
      case "coOwners", "offers", "royaltyFrom", "royaltyTo", "trigger", "ipc" ->
          "listing.form." + last;
      case "upfrontYen" -> "listing.form.upfront";
      case "fields" -> "facet.field";
      case "prefecture" -> "facet.prefecture";
      case "trl" -> "listing.trl";
      default -> "";
    };
  }

  /** The day of filing, in its three fields. */
  public TypedDay filed() {
    return TypedDay.of(right == null ? null : right.filedOn());
  }

  /** The day on which the right ends, in its three fields. */
  public TypedDay expires() {
    return TypedDay.of(right == null ? null : right.expiresOn());
  }

  /** With the elements that the texts of one language tell. */
  ListingForm withElements(String lang) {
    boolean english = lang.equals("en");
    return new ListingForm(
        english || ja == null ? ja : ja.withElements("ja"),
        english && en != null ? en.withElements("en") : en,
        right,
        coOwners,
        coOwnersConsent,
        offers,
        royaltyFrom,
        royaltyTo,
        upfrontYen,
        trigger,
        fields,
        ipc,
        prefecture,
        trl);
  }

  /** Whether a box is ticked. */
  public boolean has(String name, String value) {
    return known(name.equals("offers") ? offers : fields).contains(value);
  }

  /** Faults of elements are told of all five together; the first field stands for them. */
  private static String textField(String last) {
    return last.equals("elements") ? "material" : last;
  }

  private static String offerField(String last) {
    return switch (last) {
      case "royaltyPercentFrom" -> "royaltyFrom";
      case "royaltyPercentTo" -> "royaltyTo";
      case "upfrontYen", "trigger" -> last;
      default -> "offers";
    };
  }

  private String langOf(String index) {
    List<Map<String, Object>> texts = texts();
    int at = index.matches("\\d") ? Integer.parseInt(index) : 0;
    return at < texts.size() ? String.valueOf(texts.get(at).get("lang")) : "ja";
  }

  private List<Map<String, Object>> texts() {
    List<Map<String, Object>> texts = new ArrayList<>();
    if (ja != null && ja.filled()) {
      texts.add(ja.body("ja"));
    }
    if (en != null && en.filled()) {
      texts.add(en.body("en"));
    }
    return texts;
  }

  private List<Object> rights(@Nullable Listing before) {
    List<Object> rights = new ArrayList<>();
    ListingState.Right first =
        before == null ? null : before.rights().stream().findFirst().orElse(null);
    rights.add((right == null ? RightPart.EMPTY : right).body(first));
    if (before != null) {
      before.rights().stream().skip(1).forEach(rights::add);
    }
    return rights;
  }

  /** Without co-owners the organisation itself is the only one, and need not be named. */
  private List<Object> owners(@Nullable Listing before, @Nullable Visitor own) {
    List<String> others = lines(coOwners);
    if (others.isEmpty()) {
      return List.of();
    }
    List<Object> owners = new ArrayList<>();
    if (before != null && !before.owners().isEmpty()) {
      owners.add(owner(before.owners().getFirst()));
    } else if (own != null) {
      Map<String, Object> first = new LinkedHashMap<>();
      Typed.text(first, "name", own.organisationName());
      Typed.text(first, "organisationId", own.organisation());
      owners.add(first);
    }
    for (String name : others) {
      Map<String, Object> other = known(before, name);
      other.put("consentRecorded", Boolean.TRUE.equals(coOwnersConsent));
      owners.add(other);
    }
    return owners;
  }

  private static Map<String, Object> known(@Nullable Listing before, String name) {
    if (before != null) {
      for (ListingState.Owner owner : before.owners()) {
        if (owner.name().equals(name)) {
          return owner(owner);
        }
      }
    }
    Map<String, Object> fresh = new LinkedHashMap<>();
    fresh.put("name", name);
    return fresh;
  }

  private static Map<String, Object> owner(ListingState.Owner owner) {
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("name", owner.name());
    if (owner.organisationId() != null) {
      kept.put("organisationId", owner.organisationId().toString());
    }
    Typed.text(kept, "corporateNumber", owner.corporateNumber());
    return kept;
  }

  private static List<String> lines(@Nullable String typed) {
    return typed == null
        ? List.of()
        : typed.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
  }

  private static List<String> split(@Nullable String typed) {
    return typed == null
        ? List.of()
        : Stream.of(typed.split("[,、\\n]", -1))
            .map(String::strip)
            .filter(c -> !c.isEmpty())
            .toList();
  }

  private static List<String> known(@Nullable List<String> values) {
    return values == null ? List.of() : values;
  }

  static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
