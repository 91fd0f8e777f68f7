package dev.musubi.listings.domain;

import dev.musubi.listings.domain.ListingContent.Owner;
import dev.musubi.listings.domain.ListingContent.Protection;
import dev.musubi.model.CorporateNumber;
import dev.musubi.model.Cpc;
import dev.musubi.model.FTerm;
import dev.musubi.model.Fi;
import dev.musubi.model.Ipc;
import dev.musubi.model.Jsic;
import dev.musubi.model.Language;
import dev.musubi.model.LicenceWords;
import dev.musubi.model.OrganisationName;
import dev.musubi.model.Prefecture;
import dev.musubi.model.Vocabulary;
import dev.musubi.model.event.ListingState.Classifications;
import dev.musubi.model.event.ListingState.Offer;
import dev.musubi.model.event.ListingState.Right;
import dev.musubi.model.event.ListingState.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Brings a content into canonical form and says all that cannot be so, at once. */
public final class ContentRules {
  static final int LINE = 200;
  static final int SENTENCE = 500;
  static final int SECTION = 5_000;
  static final int OVERVIEW = 20_000;
  private static final int FEW = 20;
  private static final int SOME = 50;
  private static final int MANY = 500;
  private static final int CODE = 100;
  private static final int ATTRIBUTES = 100;
  private static final long MAX_YEN = 1_000_000_000_000L;

  private final ListingContent raw;
  private final LocalDate today;
  private final FaultList faults = new FaultList();

  private ContentRules(ListingContent raw, LocalDate today) {
    this.raw = raw;
    this.today = today;
  }

  /**
   * @param content in canonical form, as far as it could be brought there
   * @param faults empty when it may be stored
   */
  public record Checked(ListingContent content, List<Fault> faults) {
    public Checked {
      faults = List.copyOf(faults);
    }
  }

  /** Checks a content as of a day in Japan. */
  public static Checked check(ListingContent raw, LocalDate today) {
    ContentRules rules = new ContentRules(raw, today);
    return new Checked(rules.content(), rules.faults.all());
  }

  private ListingContent content() {
    return new ListingContent(
        texts(),
        rights(),
        owners(),
        offers(),
        classifications(),
        words(Vocabulary.TECHNICAL_FIELDS, raw.fields(), "/fields"),
        words(Vocabulary.FUNCTIONS, raw.functions(), "/functions"),
        faults.read(raw.prefecture(), Prefecture::find, "/prefecture", "prefecture"),
        faults.readAll(raw.jsic(), Jsic::tryParse, SOME, "/jsic", "jsic"),
        trl(),
        protection(raw.protection()),
        raw.discloseUnpublished(),
        raw.sample(),
        attributes());
  }

  private List<Text> texts() {
    List<Text> texts = new ArrayList<>();
    Set<Language> seen = new HashSet<>();
    for (int i = 0; i < raw.texts().size(); i++) {
      Text text = raw.texts().get(i);
      String at = "/texts/" + i;
      Optional<Language> language = Language.find(text.lang());
      if (language.isEmpty()) {
        faults.add(at + "/lang", "lang");
      } else if (!seen.add(language.get())) {
        faults.add(at + "/lang", "twice");
      }
      texts.add(text(text, language.map(Language::code).orElse(text.lang()), at));
    }
    return texts;
  }

  private Text text(Text text, String lang, String at) {
    return new Text(
        lang,
        faults.required(text.title(), LINE, at + "/title"),
        faults.optional(text.summary(), SENTENCE, at + "/summary"),
        faults.optional(text.problem(), SECTION, at + "/problem"),
        faults.optional(text.solution(), SECTION, at + "/solution"),
        faults.optional(text.effect(), SECTION, at + "/effect"),
        faults.optional(text.products(), SECTION, at + "/products"),
        faults.optional(text.overview(), OVERVIEW, at + "/overview"),
        ElementRules.check(text.elements(), at + "/elements", faults));
  }

  private List<Right> rights() {
    faults.atMost(raw.rights(), SOME, "/rights");
    List<Right> rights = new ArrayList<>();
    for (int i = 0; i < Math.min(raw.rights().size(), SOME); i++) {
      rights.add(new RightRules(raw.rights().get(i), "/rights/" + i, faults, today).right());
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < rights.size(); i++) {
      Set<String> keys = RightNumbers.keys(rights.get(i));
      if (keys.stream().anyMatch(seen::contains)) {
        faults.add("/rights/" + i, "twice");
      }
      seen.addAll(keys);
    }
    return rights;
  }

  private List<Owner> owners() {
    faults.atMost(raw.owners(), SOME, "/owners");
    List<Owner> owners = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < Math.min(raw.owners().size(), SOME); i++) {
      Owner owner = raw.owners().get(i);
      String at = "/owners/" + i;
      String name = faults.required(owner.name(), LINE, at + "/name");
      if (!name.isEmpty() && !seen.add(OrganisationName.key(name))) {
        faults.add(at + "/name", "twice");
      }
      String number =
          faults.read(
              owner.corporateNumber(),
              CorporateNumber::tryParse,
              at + "/corporateNumber",
              "corporate-number");
      owners.add(new Owner(name, owner.organisationId(), number, owner.consentRecorded()));
    }
    return owners;
  }

  private List<Offer> offers() {
    List<Offer> offers = new ArrayList<>();
    Set<Offer.Kind> seen = new HashSet<>();
    for (int i = 0; i < raw.offers().size(); i++) {
      Offer offer = raw.offers().get(i);
      String at = "/offers/" + i;
      if (!seen.add(offer.kind())) {
        faults.add(at + "/kind", "twice");
      }
      percent(offer.royaltyPercentFrom(), at + "/royaltyPercentFrom");
      percent(offer.royaltyPercentTo(), at + "/royaltyPercentTo");
      if (isLess(offer.royaltyPercentTo(), offer.royaltyPercentFrom())) {
        faults.add(at + "/royaltyPercentTo", "rate-order");
      }
      if (offer.upfrontYen() != null && (offer.upfrontYen() < 0 || offer.upfrontYen() > MAX_YEN)) {
        faults.add(at + "/upfrontYen", "yen");
      }
      offers.add(
          new Offer(
              offer.kind(),
              offer.sublicence(),
              offer.royaltyPercentFrom(),
              offer.royaltyPercentTo(),
              offer.upfrontYen(),
              faults.optional(offer.trigger(), SENTENCE, at + "/trigger"),
              faults.optional(offer.note(), SECTION, at + "/note")));
    }
    return offers;
  }

  private void percent(@Nullable Double rate, String pointer) {
    if (rate != null && !(rate >= 0 && rate <= 100)) {
      faults.add(pointer, "percent");
    }
  }

  private static boolean isLess(@Nullable Double one, @Nullable Double other) {
    return one != null && other != null && one < other;
  }

  private Classifications classifications() {
    Classifications codes = raw.classifications();
    String at = "/classifications/";
    return new Classifications(
        faults.readAll(codes.ipc(), Ipc::tryParse, MANY, at + "ipc", "ipc"),
        faults.readAll(codes.fi(), Fi::tryParse, MANY, at + "fi", "fi"),
        faults.readAll(codes.cpc(), Cpc::tryParse, MANY, at + "cpc", "cpc"),
        faults.readAll(codes.fTerm(), FTerm::tryParse, MANY, at + "fTerm", "f-term"));
  }

  private List<String> words(Vocabulary vocabulary, List<String> words, String at) {
    faults.atMost(words, FEW, at);
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < Math.min(words.size(), FEW); i++) {
      String word = faults.optional(words.get(i), CODE, at + "/" + i);
      String code = word == null ? null : vocabulary.code(word);
      if (code != null && !codes.contains(code)) {
        codes.add(code);
      }
    }
    return codes;
  }

  private @Nullable Integer trl() {
    Integer trl = raw.trl();
    if (trl != null && (trl < 1 || trl > 9)) {
      faults.add("/trl", "trl");
      return null;
    }
    return trl;
  }

  private @Nullable Protection protection(@Nullable Protection it) {
    if (it == null) {
      return null;
    }
    List<Offer.Kind> licences =
        Arrays.stream(Offer.Kind.values()).filter(LicenceWords::needsCoOwners).toList();
    return new Protection(
        faults.optional(it.project(), SENTENCE, "/protection/project"),
        faults.required(it.partnerName(), LINE, "/protection/partnerName"),
        it.partnerOrganisationId(),
        it.until(),
        it.kinds().isEmpty() ? licences : it.kinds().stream().distinct().toList());
  }

  private Map<String, String> attributes() {
    if (raw.attributes().size() > ATTRIBUTES) {
      faults.add("/attributes", "many." + ATTRIBUTES);
      return Map.of();
    }
    Map<String, String> attributes = new TreeMap<>();
    raw.attributes()
        .forEach(
            (name, value) -> {
              String at = "/attributes/" + name.replace("~", "~0").replace("/", "~1");
              String key = faults.required(name, CODE, at);
              String text = faults.optional(value, SECTION, at);
              if (text != null) {
                attributes.put(key, text);
              }
            });
    return attributes;
  }
}
