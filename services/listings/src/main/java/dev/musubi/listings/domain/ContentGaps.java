package dev.musubi.listings.domain;

import dev.musubi.model.event.ListingState.Classifications;
import dev.musubi.model.event.ListingState.Right;
import dev.musubi.model.event.ListingState.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Completes a content by what another source says of the same right. What is there stays: a list
 * that a person wrote is worth more than one that was exported.
 */
public final class ContentGaps {
  private final ListingContent here;
  private final ListingContent other;
  private final boolean newer;

  private ContentGaps(ListingContent here, ListingContent other, boolean newer) {
    this.here = here;
    this.other = other;
    this.newer = newer;
  }

  /** The content with its gaps filled; equal to it when the other says nothing new. */
  public static ListingContent filled(ListingContent here, ListingContent other) {
    return new ContentGaps(here, other, false).filled();
  }

  /**
   * As {@link #filled}, where the other is a newer copy from the same register: what it says of the
   * state and the dates of a right replaces what was known.
   */
  public static ListingContent refreshed(ListingContent here, ListingContent newer) {
    return new ContentGaps(here, newer, true).filled();
  }

  private ListingContent filled() {
    Map<String, String> attributes = new HashMap<>(other.attributes());
    attributes.putAll(here.attributes());
    return new ListingContent(
        texts(),
        rights(),
        first(here.owners(), other.owners()),
        first(here.offers(), other.offers()),
        classifications(),
        first(here.fields(), other.fields()),
        first(here.functions(), other.functions()),
        here.prefecture() != null ? here.prefecture() : other.prefecture(),
        first(here.jsic(), other.jsic()),
        here.trl() != null ? here.trl() : other.trl(),
        here.protection() != null ? here.protection() : other.protection(),
        here.discloseUnpublished(),
        here.sample(),
        attributes);
  }

  private List<Text> texts() {
    List<Text> texts = new ArrayList<>();
    for (Text text : here.texts()) {
      texts.add(text(text, it -> it.lang().equals(text.lang())));
    }
    Set<String> known = new HashSet<>();
    texts.forEach(text -> known.add(text.lang()));
    other.texts().stream().filter(text -> known.add(text.lang())).forEach(texts::add);
    return texts;
  }

  private Text text(Text mine, Predicate<Text> same) {
    Optional<Text> theirs = other.texts().stream().filter(same).findFirst();
    if (theirs.isEmpty()) {
      return mine;
    }
    Text it = theirs.get();
    return new Text(
        mine.lang(),
        mine.title(),
        first(mine.summary(), it.summary()),
        first(mine.problem(), it.problem()),
        first(mine.solution(), it.solution()),
        first(mine.effect(), it.effect()),
        first(mine.products(), it.products()),
        first(mine.overview(), it.overview()),
        mine.elements() == null ? it.elements() : mine.elements());
  }

  /** The facts of the register are completed right by right; new rights are added. */
  private List<Right> rights() {
    List<Right> rights = new ArrayList<>(here.rights());
    for (Right theirs : other.rights()) {
      Set<String> keys = RightNumbers.keys(theirs);
      UnaryOperator<Right> complete =
          mine ->
              RightNumbers.keys(mine).stream().anyMatch(keys::contains)
                  ? right(mine, theirs)
                  : mine;
      boolean known =
          rights.stream().anyMatch(it -> RightNumbers.keys(it).stream().anyMatch(keys::contains));
      if (known) {
        rights.replaceAll(complete);
      } else if (!keys.isEmpty()) {
        rights.add(theirs);
      }
    }
    return rights;
  }

  private Right right(Right mine, Right it) {
    boolean theirs = newer && it.status() != Right.Status.UNKNOWN;
    boolean unknown = mine.status() == Right.Status.UNKNOWN;
    return new Right(
        mine.kind(),
        mine.jurisdiction(),
        first(mine.applicationNumber(), it.applicationNumber()),
        first(mine.publicationNumber(), it.publicationNumber()),
        first(mine.registrationNumber(), it.registrationNumber()),
        first(mine.inventionTitle(), it.inventionTitle()),
        date(mine.filedOn(), it.filedOn()),
        date(mine.publishedOn(), it.publishedOn()),
        date(mine.registeredOn(), it.registeredOn()),
        date(mine.expiresOn(), it.expiresOn()),
        theirs || unknown ? it.status() : mine.status());
  }

  private @Nullable LocalDate date(@Nullable LocalDate mine, @Nullable LocalDate theirs) {
    boolean replaced = newer && theirs != null;
    return mine == null || replaced ? theirs : mine;
  }

  private Classifications classifications() {
    Classifications mine = here.classifications();
    Classifications theirs = other.classifications();
    return new Classifications(
        union(mine.ipc(), theirs.ipc()),
        union(mine.fi(), theirs.fi()),
        union(mine.cpc(), theirs.cpc()),
        union(mine.fTerm(), theirs.fTerm()));
  }

  private static List<String> union(List<String> one, List<String> other) {
    Set<String> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return List.copyOf(all);
  }

  private static <T> List<T> first(List<T> mine, List<T> theirs) {
    return mine.isEmpty() ? theirs : mine;
  }

  private static @Nullable String first(@Nullable String mine, @Nullable String theirs) {
    return mine != null ? mine : theirs;
  }
}
