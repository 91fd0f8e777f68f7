package dev.musubi.model.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A firm's technology need, in its own words, after a change. Drafts are never sent.
 *
 * @param id of the need, also the key of the event
 * @param version grows by one with every change, starting at 1
 * @param organisationId the firm
 * @param lang language in which it was written, "ja" or "en"
 * @param title a line
 * @param text the firm's own words
 * @param elements the five elements, as far as known
 * @param visibility who may see it beside the matching engine
 * @param alerts how its people want to hear of new matches
 * @param sample true for invented sample data
 */
public record NeedState(
    UUID id,
    long version,
    UUID organisationId,
    State state,
    String lang,
    String title,
    String text,
    Elements elements,
    Constraints constraints,
    List<Want> wants,
    Visibility visibility,
    Alerts alerts,
    @Nullable String prefecture,
    List<String> jsic,
    boolean sample,
    Instant activatedAt,
    Instant changedAt) {

  public NeedState {
    wants = Lists.frozen(wants);
    jsic = Lists.frozen(jsic);
  }

  /** Where the need stands. Only ACTIVE ones are matched. */
  public enum State {
    ACTIVE,
    PAUSED,
    CLOSED
  }

  /** Five elements bridge the words of a use and the words of a mechanism. */
  public record Elements(
      List<String> material,
      List<String> method,
      List<String> efficacy,
      List<String> product,
      List<String> application) {
    public Elements {
      material = Lists.frozen(material);
      method = Lists.frozen(method);
      efficacy = Lists.frozen(efficacy);
      product = Lists.frozen(product);
      application = Lists.frozen(application);
    }
  }

  /**
   * What a fitting patent must offer. Empty lists and nulls mean "anything".
   *
   * @param prefectures JIS X 0401 codes
   * @param remainingYearsMin years that the right must still live
   * @param trlMin least technology readiness level
   * @param ipc classes of interest, as prefixes
   */
  public record Constraints(
      List<ListingState.Offer.Kind> licenceKinds,
      List<String> prefectures,
      @Nullable Integer remainingYearsMin,
      @Nullable Integer trlMin,
      List<String> ipc) {
    public Constraints {
      licenceKinds = Lists.frozen(licenceKinds);
      prefectures = Lists.frozen(prefectures);
      ipc = Lists.frozen(ipc);
    }
  }

  /** What the firm looks for beside or instead of a licence. */
  public enum Want {
    LICENCE,
    ASSIGNMENT,
    JOINT_RESEARCH,
    EQUIPMENT,
    FINANCE,
    ADVICE
  }

  /** Who sees a need. */
  public enum Visibility {
    /** Nobody: the matching engine alone reads it. */
    PRIVATE,
    /** Brokers with a mandate of the firm. */
    BROKER,
    /** Owners of matching listings see the need without the firm's name. */
    ANONYMOUS,
    /** Owners of matching listings see need and firm. */
    PUBLIC
  }

  /** How often, and how many at most a week. */
  public record Alerts(Frequency frequency, int budgetPerWeek) {
    /** When to tell. */
    public enum Frequency {
      AT_ONCE,
      DAILY,
      WEEKLY,
      NEVER
    }
  }
}
