package dev.musubi.deals.application;

import dev.musubi.deals.domain.FirmFacts;
import dev.musubi.deals.domain.ListingFacts;
import dev.musubi.deals.domain.MatchFacts;
import dev.musubi.deals.domain.NeedFacts;
import java.util.Optional;
import java.util.UUID;

/** What other services have told of listings, firms, needs and matches. */
public interface Surroundings {
  Optional<ListingFacts> listing(UUID id);

  Optional<FirmFacts> firm(UUID id);

  Optional<NeedFacts> need(UUID id);

  Optional<MatchFacts> match(UUID id);

  /** Keeps it unless a later version is known. */
  void keep(ListingFacts listing, long version);

  void keep(FirmFacts firm, long version);

  void keep(NeedFacts need, long version);

  void keep(MatchFacts match, long version);

  /** Forgets it for good: nothing older that is heard later brings it back. */
  void forgetListing(UUID id, long version);

  void forgetFirm(UUID id, long version);

  void forgetNeed(UUID id, long version);

  void forgetMatch(UUID id, long version);
}
