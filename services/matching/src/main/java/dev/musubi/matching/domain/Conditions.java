package dev.musubi.matching.domain;

import dev.musubi.model.Ipc;
import dev.musubi.model.Jsic;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.MatchState.Reason;
import dev.musubi.model.event.NeedState;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What a need demands beside the technology, and how far a listing meets it. An unmet condition
 * lowers the pair's score and speaks against it in the reasons; the technology is judged by itself.
 * What a listing does not say is neither met nor unmet. The value of a reason is the condition and,
 * after a colon, what the listing has: {@code licence:ASSIGNMENT}, {@code prefecture:27}, {@code
 * remainingYears:4}, {@code trl:3}; of a refused licence it is the kind that was wanted.
 *
 * @param factor by which the score is multiplied
 * @param acceptable whether all that the firm called necessary is met; only then is it worth an
 *     alert
 */
public record Conditions(List<Reason> reasons, double factor, boolean acceptable) {
  /** Without these the firm cannot use the patent as it wants. */
  private static final double UNMET = 0.7;

  /** A wish rather than a demand. */
  private static final double UNMET_WISH = 0.9;

  private static final double SHARED_CLASS = 1.08;
  private static final double SHARED_INDUSTRY = 1.04;

  public Conditions {
    reasons = List.copyOf(reasons);
  }

  /** Looks at all of them. */
  public static Conditions of(NeedState need, ListingState listing, LocalDate today) {
    var found = new Finding();
    licence(need, listing, today, found);
    remaining(need, listing, today, found);
    readiness(need, listing, found);
    region(need, listing, found);
    classes(need, listing, found);
    industries(need, listing, found);
    return new Conditions(found.reasons, found.factor, found.acceptable);
  }

  private static final class Finding {
    private final List<Reason> reasons = new ArrayList<>();
    private double factor = 1;
    private boolean acceptable = true;

    void met(String value) {
      add(Reason.Kind.CONDITION, value, 1);
    }

    void add(Reason.Kind kind, String value, double by) {
      reasons.add(new Reason(kind, null, List.of(), List.of(), value, 0));
      factor *= by;
    }

    void unmet(String value) {
      add(Reason.Kind.AGAINST, value, UNMET_WISH);
    }

    void refused(String value) {
      add(Reason.Kind.AGAINST, value, UNMET);
      acceptable = false;
    }
  }

  private static void licence(
      NeedState need, ListingState listing, LocalDate today, Finding found) {
    var wanted = need.constraints().licenceKinds();
    if (wanted.isEmpty() || listing.offers().isEmpty()) {
      return;
    }
    var free = Openness.freeKinds(listing, today);
    var met = wanted.stream().filter(free::contains).toList();
    met.forEach(it -> found.met("licence:" + it.name()));
    if (met.isEmpty()) {
      found.refused("licence:" + wanted.getFirst().name());
    }
  }

  private static void remaining(
      NeedState need, ListingState listing, LocalDate today, Finding found) {
    var wanted = need.constraints().remainingYearsMin();
    var expires = listing.expiresOn();
    if (wanted == null || expires == null) {
      return;
    }
    var years = ChronoUnit.YEARS.between(today, expires);
    if (years >= wanted) {
      found.met("remainingYears:" + years);
    } else {
      found.refused("remainingYears:" + years);
    }
  }

  private static void readiness(NeedState need, ListingState listing, Finding found) {
    var wanted = need.constraints().trlMin();
    var trl = listing.trl();
    if (wanted == null || trl == null) {
      return;
    }
    if (trl >= wanted) {
      found.met("trl:" + trl);
    } else {
      found.unmet("trl:" + trl);
    }
  }

  private static void region(NeedState need, ListingState listing, Finding found) {
    var wanted = need.constraints().prefectures();
    var prefecture = listing.prefecture();
    if (wanted.isEmpty() || prefecture == null) {
      return;
    }
    if (wanted.contains(prefecture)) {
      found.met("prefecture:" + prefecture);
    } else {
      found.unmet("prefecture:" + prefecture);
    }
  }

  /** A class is language-free and cheap, but an office's view: it adds, it never shuts out. */
  private static void classes(NeedState need, ListingState listing, Finding found) {
    for (var code : listing.classifications().ipc()) {
      for (var wanted : need.constraints().ipc()) {
        if (Ipc.tryParse(code).map(it -> it.isWithin(wanted)).orElse(false)) {
          found.add(Reason.Kind.IPC, wanted, SHARED_CLASS);
          return;
        }
      }
    }
  }

  private static void industries(NeedState need, ListingState listing, Finding found) {
    for (var code : need.jsic()) {
      var industry = Jsic.tryParse(code).filter(it -> it.code().length() > 1);
      if (industry.isPresent() && listing.jsic().stream().anyMatch(it -> it.startsWith(code))) {
        found.add(Reason.Kind.FIELD, industry.get().code(), SHARED_INDUSTRY);
        return;
      }
    }
  }
}
