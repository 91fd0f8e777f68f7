package dev.musubi.matching.application;

import dev.musubi.matching.domain.Openness;
import dev.musubi.matching.persistence.Matches;
import dev.musubi.matching.persistence.Projections;
import dev.musubi.matching.persistence.Rankings;
import dev.musubi.matching.persistence.Tasks;
import dev.musubi.matching.persistence.Tasks.Cause;
import dev.musubi.matching.persistence.Tasks.Kind;
import dev.musubi.model.event.ListingState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps what listings are now, and leaves the work that follows. Pairs of a listing that is no
 * longer on offer end at once, in the same transaction.
 */
@Component
public class TakeInListings {
  private final Projections projections;
  private final Rankings rankings;
  private final Matches matches;
  private final Tasks tasks;
  private final Pairs pairs;
  private final Judgement judgement;
  private final HintClearance clearance;
  private final Wake wake;

  TakeInListings(
      Projections projections,
      Rankings rankings,
      Matches matches,
      Tasks tasks,
      Pairs pairs,
      Judgement judgement,
      HintClearance clearance,
      Wake wake) {
    this.projections = projections;
    this.rankings = rankings;
    this.matches = matches;
    this.tasks = tasks;
    this.pairs = pairs;
    this.judgement = judgement;
    this.clearance = clearance;
    this.wake = wake;
  }

  /**
   * News of one listing.
   *
   * @param state null when it was deleted
   */
  public record News(UUID id, long version, @Nullable ListingState state) {}

  /** In the caller's transaction. */
  public void take(Collection<News> news) {
    rankings.lockListings(news.stream().map(News::id).toList());
    var changed = new LinkedHashSet<UUID>();
    var closed = new ArrayList<UUID>();
    for (var one : news) {
      var state = one.state();
      var openness = state == null ? null : Openness.of(state, judgement.today());
      if (projections.keep(one.id(), one.version(), state, openness)) {
        changed.add(one.id());
        if (state == null) {
          clearance.forget(List.of(one.id()));
        } else {
          clearance.take(state);
        }
        if (openness == null || !openness.open()) {
          closed.add(one.id());
        }
      }
    }
    end(closed);
    tasks.add(Kind.INDEX_LISTING, changed, Cause.LISTING);
    wake.afterCommit();
  }

  /** Listings that open or close because of today's date. */
  public int turn() {
    var today = judgement.today();
    var rows = projections.turning(today, 500);
    var ids = rows.stream().map(Projections.ListingRow::id).toList();
    rankings.lockListings(ids);
    var closed = new ArrayList<UUID>();
    for (var row : projections.listings(ids)) {
      var state = row.state();
      if (state != null) {
        var openness = Openness.of(state, today);
        projections.turn(row.id(), openness);
        if (!openness.open()) {
          closed.add(row.id());
        }
      }
    }
    end(closed);
    tasks.add(Kind.INDEX_LISTING, ids, Cause.LISTING);
    wake.afterCommit();
    return ids.size();
  }

  private void end(List<UUID> closed) {
    if (!closed.isEmpty()) {
      pairs.end(matches.lockActiveOfListings(closed));
    }
  }
}
