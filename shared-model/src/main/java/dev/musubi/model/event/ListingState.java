package dev.musubi.model.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open patent as everybody may see it, after a change. Drafts are never sent.
 *
 * @param id of the listing, also the key of the event
 * @param version grows by one with every change, starting at 1
 * @param organisationId the owner or technology licensing office that lists it
 * @param state PUBLISHED, or why it is no longer on offer
 * @param texts one a language; at least one
 * @param rights the patents and applications on offer; at least one
 * @param owners all right holders, in the order of the register
 * @param offers what the owner would grant
 * @param classifications IPC, FI, CPC and F-terms in canonical form
 * @param fields technical fields, codes of the list in {@code technical-fields.json}
 * @param functions functions, codes of the list in {@code functions.json}
 * @param prefecture JIS X 0401 code ("01" to "47") of the owner, or null when unknown
 * @param jsic industries (JSIC revision 14) in which it may be used
 * @param trl technology readiness level, 1 to 9, or null when unknown
 * @param protection the joint-research promise that limits to whom it may be licensed, or null
 * @param expiresOn the last day of the longest right, or null when unknown
 * @param sample true for invented sample data
 * @param bulk true when the change came with a bulk import, so that readers may work in bulk
 */
public record ListingState(
    UUID id,
    long version,
    UUID organisationId,
    State state,
    List<Text> texts,
    List<Right> rights,
    List<Owner> owners,
    List<Offer> offers,
    Classifications classifications,
    List<String> fields,
    List<String> functions,
    @Nullable String prefecture,
    List<String> jsic,
    @Nullable Integer trl,
    @Nullable Protection protection,
    @Nullable LocalDate expiresOn,
    boolean sample,
    boolean bulk,
    Instant publishedAt,
    Instant changedAt) {

  public ListingState {
    texts = Lists.frozen(texts);
    rights = Lists.frozen(rights);
    owners = Lists.frozen(owners);
    offers = Lists.frozen(offers);
    fields = Lists.frozen(fields);
    functions = Lists.frozen(functions);
    jsic = Lists.frozen(jsic);
  }

  /** Whether it is on offer, and if not, why. */
  public enum State {
    PUBLISHED,
    WITHDRAWN,
    LAPSED,
    LICENSED_EXCLUSIVELY,
    SOLD
  }

  /**
   * What a reader reads, in one language. The five elements of the open-patent database are kept
   * apart because a need belongs against problem and effect first.
   *
   * @param lang "ja" or "en"
   * @param title short title in the words of a use
   * @param summary one plain sentence
   * @param problem what it solves (目的, 【課題】)
   * @param solution how (【解決手段】)
   * @param effect what is gained, in figures where there are any (効果)
   * @param products where it may be applied (適用製品)
   * @param overview the technology at length (技術概要), or the abstract
   * @param elements what it is made of, made by, good for and used in, as the owner put it; null
   *     when the owner left it to be drawn from the texts
   */
  public record Text(
      String lang,
      String title,
      @Nullable String summary,
      @Nullable String problem,
      @Nullable String solution,
      @Nullable String effect,
      @Nullable String products,
      @Nullable String overview,
      NeedState.@Nullable Elements elements) {

    /** Without elements of the owner's own. */
    public Text(
        String lang,
        String title,
        @Nullable String summary,
        @Nullable String problem,
        @Nullable String solution,
        @Nullable String effect,
        @Nullable String products,
        @Nullable String overview) {
      this(lang, title, summary, problem, solution, effect, products, overview, null);
    }
  }

  /**
   * One right. Numbers are canonical ({@code PatentNumber}); dates are those of the register.
   *
   * @param jurisdiction ISO 3166 alpha-2, or "WO" for an international application
   */
  public record Right(
      Kind kind,
      String jurisdiction,
      @Nullable String applicationNumber,
      @Nullable String publicationNumber,
      @Nullable String registrationNumber,
      @Nullable String inventionTitle,
      @Nullable LocalDate filedOn,
      @Nullable LocalDate publishedOn,
      @Nullable LocalDate registeredOn,
      @Nullable LocalDate expiresOn,
      Status status) {

    /** What kind of right. */
    public enum Kind {
      PATENT,
      UTILITY_MODEL,
      DESIGN,
      KNOW_HOW
    }

    /** Where the right stands. Opposition and invalidity trials leave it GRANTED. */
    public enum Status {
      UNPUBLISHED,
      PENDING,
      GRANTED,
      REJECTED,
      WITHDRAWN,
      LAPSED,
      EXPIRED,
      UNKNOWN
    }
  }

  /**
   * A right holder. A co-owned patent may be licensed only with every co-owner's consent (Patent
   * Act, article 73 paragraph 3).
   *
   * @param organisationId when it is a member of this marketplace
   * @param consentRecorded true for the listing organisation itself, and for others once their
   *     consent is on record
   */
  public record Owner(
      String name,
      @Nullable UUID organisationId,
      @Nullable String corporateNumber,
      boolean consentRecorded) {}

  /**
   * What the owner would grant.
   *
   * @param royaltyPercentFrom lower end of the rate band in percent of net sales
   * @param royaltyPercentTo upper end of the rate band
   * @param upfrontYen a single payment, in yen
   * @param trigger for FREE_TRIAL_THEN_LICENCE: what ends the free phase
   */
  public record Offer(
      Kind kind,
      @Nullable Boolean sublicence,
      @Nullable Double royaltyPercentFrom,
      @Nullable Double royaltyPercentTo,
      @Nullable Long upfrontYen,
      @Nullable String trigger,
      @Nullable String note) {

    /** Kinds of offer, by the words of the Japanese Patent Act and practice. */
    public enum Kind {
      /** 通常実施権. */
      NON_EXCLUSIVE,
      /** 独占的通常実施権. */
      EXCLUSIVE_BY_CONTRACT,
      /** 専用実施権, in effect by registration (article 98). */
      EXCLUSIVE_REGISTERED,
      /** 譲渡. */
      ASSIGNMENT,
      /** Free at first, a licence from the first commercial sale. */
      FREE_TRIAL_THEN_LICENCE,
      /** 共同研究. */
      JOINT_RESEARCH,
      /** 技術指導. */
      TECHNICAL_GUIDANCE
    }
  }

  /** Classification codes in canonical form; empty lists when none are known. */
  public record Classifications(
      List<String> ipc, List<String> fi, List<String> cpc, List<String> fTerm) {
    /** When nothing is classified. */
    public static final Classifications NONE =
        new Classifications(List.of(), List.of(), List.of(), List.of());

    public Classifications {
      ipc = Lists.frozen(ipc);
      fi = Lists.frozen(fi);
      cpc = Lists.frozen(cpc);
      fTerm = Lists.frozen(fTerm);
    }
  }

  /**
   * The promise to a joint-research partner: no licence to a rival without the partner's consent.
   *
   * @param partnerName shown to nobody but owner and partner; null in public state
   * @param partnerOrganisationId when the partner is a member
   * @param until last day of the promise, or null for the life of the right
   * @param kinds offers that need the partner's consent
   */
  public record Protection(
      @Nullable String partnerName,
      @Nullable UUID partnerOrganisationId,
      @Nullable LocalDate until,
      List<Offer.Kind> kinds) {
    public Protection {
      kinds = Lists.frozen(kinds);
    }
  }
}
