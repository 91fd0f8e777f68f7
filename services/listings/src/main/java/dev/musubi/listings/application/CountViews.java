package dev.musubi.listings.application;

import dev.musubi.http.NotFound;
import dev.musubi.security.Caller;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells an owner how often its listing was looked at. */
@Service
public class CountViews {
  private static final Logger LOG = LoggerFactory.getLogger(CountViews.class);
  private static final int DAYS_SHOWN = 90;

  private final Views views;
  private final Listings listings;
  private final Days days;

  CountViews(Views views, Listings listings, Days days) {
    this.views = views;
    this.listings = listings;
    this.days = days;
  }

  /**
   * @param total since publication
   * @param days the last ninety days on which there were any
   */
  public record Counted(long total, List<Views.Day> days) {}

  /** Counts one look from outside. A page must not fail because it could not be counted. */
  public void look(ReadListing.Sight sight) {
    if (sight.view() != ReadListing.View.PUBLIC) {
      return;
    }
    try {
      views.count(sight.listing().id(), days.today());
    } catch (DataAccessException e) {
      LOG.warn("A view of {} was not counted", sight.listing().id(), e);
    }
  }

  @Transactional(readOnly = true)
  public Counted of(Caller caller, UUID id) {
    Access.requireInside(listings.find(id).orElseThrow(NotFound::new), caller);
    return new Counted(views.total(id), views.since(id, days.today().minusDays(DAYS_SHOWN)));
  }
}
