package dev.musubi.model;

import dev.musubi.model.event.ListingState.Offer;

/** What the kinds of offer are called, and what the law attaches to them. */
public final class LicenceWords {
  private LicenceWords() {}

  /** The name in a language. */
  public static String name(Offer.Kind kind, Language language) {
    return language == Language.JA ? ja(kind) : en(kind);
  }

  /**
   * The name while the patent is still an application: a provisional licence (Patent Act, articles
   * 34-2 and 34-3), where there is one.
   */
  public static String nameWhilePending(Offer.Kind kind, Language language) {
    boolean ja = language == Language.JA;
    return switch (kind) {
      case EXCLUSIVE_REGISTERED -> ja ? "仮専用実施権" : "Provisional exclusive licence (registered)";
      case NON_EXCLUSIVE -> ja ? "仮通常実施権" : "Provisional non-exclusive licence";
      case ASSIGNMENT -> ja ? "特許を受ける権利の譲渡" : "Assignment of the right to obtain a patent";
      case EXCLUSIVE_BY_CONTRACT, FREE_TRIAL_THEN_LICENCE, JOINT_RESEARCH, TECHNICAL_GUIDANCE ->
          name(kind, language);
    };
  }

  /** Whether a licence of this kind, once granted, leaves nothing for a second firm. */
  public static boolean isExclusive(Offer.Kind kind) {
    return switch (kind) {
      case EXCLUSIVE_BY_CONTRACT, EXCLUSIVE_REGISTERED, ASSIGNMENT -> true;
      case NON_EXCLUSIVE, FREE_TRIAL_THEN_LICENCE, JOINT_RESEARCH, TECHNICAL_GUIDANCE -> false;
    };
  }

  /** Whether it takes effect only by registration (Patent Act, article 98 paragraph 1). */
  public static boolean needsRegistration(Offer.Kind kind) {
    return kind == Offer.Kind.EXCLUSIVE_REGISTERED || kind == Offer.Kind.ASSIGNMENT;
  }

  /**
   * Whether it lets somebody else work or own the invention, so that every co-owner must consent
   * (Patent Act, article 73 paragraphs 1 and 3).
   */
  public static boolean needsCoOwners(Offer.Kind kind) {
    return switch (kind) {
      case NON_EXCLUSIVE,
          EXCLUSIVE_BY_CONTRACT,
          EXCLUSIVE_REGISTERED,
          ASSIGNMENT,
          FREE_TRIAL_THEN_LICENCE ->
          true;
      case JOINT_RESEARCH, TECHNICAL_GUIDANCE -> false;
    };
  }

  private static String ja(Offer.Kind kind) {
    return switch (kind) {
      case NON_EXCLUSIVE -> "通常実施権";
      case EXCLUSIVE_BY_CONTRACT -> "独占的通常実施権";
      case EXCLUSIVE_REGISTERED -> "専用実施権";
      case ASSIGNMENT -> "譲渡";
      case FREE_TRIAL_THEN_LICENCE -> "無償試用後に実施許諾";
      case JOINT_RESEARCH -> "共同研究";
      case TECHNICAL_GUIDANCE -> "技術指導";
    };
  }

  private static String en(Offer.Kind kind) {
    return switch (kind) {
      case NON_EXCLUSIVE -> "Non-exclusive licence";
      case EXCLUSIVE_BY_CONTRACT -> "Exclusive licence by contract";
      case EXCLUSIVE_REGISTERED -> "Registered exclusive licence";
      case ASSIGNMENT -> "Assignment";
      case FREE_TRIAL_THEN_LICENCE -> "Free trial, then a licence";
      case JOINT_RESEARCH -> "Joint research";
      case TECHNICAL_GUIDANCE -> "Technical guidance";
    };
  }
}
