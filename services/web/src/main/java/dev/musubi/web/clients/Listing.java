package dev.musubi.web.clients;

import dev.musubi.model.event.ListingState;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open patent as listings tells it; drafts and withdrawn ones only to their owner.
 *
 * @param title with its language, in lists only
 * @param conditionsApply some offers wait for somebody's consent
 * @param quality 0 to 100, in lists only
 */
public record Listing(
    String id,
    @Nullable Long version,
    String state,
    @Nullable Owner organisation,
    @Nullable String title,
    @Nullable String titleLang,
    List<ListingState.Text> texts,
    List<ListingState.Right> rights,
    List<ListingState.Owner> owners,
    List<ListingState.Offer> offers,
    ListingState.@Nullable Classifications classifications,
    List<String> fields,
    List<String> functions,
    @Nullable String prefecture,
    List<String> jsic,
    @Nullable Integer trl,
    boolean conditionsApply,
    @Nullable LocalDate expiresOn,
    boolean sample,
    @Nullable Integer quality,
    @Nullable String changedAt) {

  /** Fills in what the service left out. */
  public Listing {
    texts = Known.list(texts);
    rights = Known.list(rights);
    owners = Known.list(owners);
    offers = Known.list(offers);
    fields = Known.list(fields);
    functions = Known.list(functions);
    jsic = Known.list(jsic);
  }

  /** The text in a language, else the first there is. */
  public ListingState.Text textIn(String lang) {
    return texts.stream()
        .filter(text -> text.lang().equals(lang))
        .findFirst()
        .or(() -> texts.stream().findFirst())
        .orElseGet(this::titleAlone);
  }

  /** In a list a listing has its title alone. */
  private ListingState.Text titleAlone() {
    return new ListingState.Text(
        titleLang == null ? "ja" : titleLang,
        title == null ? "" : title,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Who lists it. */
  public record Owner(
      String id, String name, @Nullable String nameEn, @Nullable String prefecture) {
    /** Its name in a language. */
    public String nameIn(String lang) {
      return lang.equals("en") && nameEn != null && !nameEn.isBlank() ? nameEn : name;
    }
  }

  /** A page of them. */
  public record Page(List<Listing> items, @Nullable String next) {
    /** Fills in what the service left out. */
    public Page {
      items = Known.list(items);
    }
  }

  /** How complete a listing is, and what it lacks. */
  public record Quality(int score, List<Gap> gaps) {
    /** Fills in what the service left out. */
    public Quality {
      gaps = Known.list(gaps);
    }
  }

  /** One thing that is missing; the message is in the reader's language. */
  public record Gap(
      @Nullable String field, @Nullable String code, @Nullable String message, int points) {}
}
