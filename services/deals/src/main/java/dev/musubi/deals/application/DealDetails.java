package dev.musubi.deals.application;

import dev.musubi.deals.domain.Deal;
import dev.musubi.deals.domain.FirmFacts;
import dev.musubi.deals.domain.ListingFacts;
import dev.musubi.deals.domain.NeedFacts;
import dev.musubi.deals.domain.Side;
import org.jspecify.annotations.Nullable;

/**
 * A deal with its surroundings, as far as events have told of them, for one of its sides.
 *
 * @param side who looks at it
 */
public record DealDetails(
    Deal deal,
    Side side,
    @Nullable ListingFacts listing,
    @Nullable NeedFacts need,
    @Nullable FirmFacts seeker,
    @Nullable FirmFacts owner,
    @Nullable FirmFacts broker) {}
