package dev.musubi.deals.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.ListingState.Offer;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InquiryRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final UUID OWNER = UUID.randomUUID();
  private static final UUID PARTNER = UUID.randomUUID();
  private static final FirmFacts FIRM = firm(UUID.randomUUID(), OrganisationKind.SEEKER);

  private static FirmFacts firm(UUID id, OrganisationKind kind) {
    return new FirmFacts(id, kind, "谷口樹脂", null, Set.of());
  }

  private static ListingFacts listing(
      ListingState.State state,
      boolean consented,
      ListingFacts.@Nullable Protection protection,
      @Nullable LocalDate expiresOn) {
    return new ListingFacts(
        UUID.randomUUID(),
        OWNER,
        state,
        List.of(new ListingFacts.Title("ja", "廃プラスチックの選別")),
        Set.of(Offer.Kind.NON_EXCLUSIVE, Offer.Kind.ASSIGNMENT),
        consented,
        protection,
        expiresOn);
  }

  private static ListingFacts open() {
    return listing(ListingState.State.PUBLISHED, true, null, LocalDate.of(2040, 3, 31));
  }

  private static ListingFacts promised(@Nullable LocalDate until, Offer.Kind... kinds) {
    return listing(
        ListingState.State.PUBLISHED,
        true,
        new ListingFacts.Protection(PARTNER, until, Set.of(kinds)),
        null);
  }

  private static @Nullable Refused refusal(ListingFacts listing, FirmFacts firm) {
    return InquiryRules.check(listing, firm, TODAY).orElse(null);
  }

  @Test
  void firm_may_ask_about_an_open_patent() {
    assertThat(refusal(open(), FIRM)).isNull();
  }

  @Test
  void only_seekers_ask() {
    for (OrganisationKind kind : OrganisationKind.values()) {
      Refused refused = refusal(open(), firm(UUID.randomUUID(), kind));
      if (kind == OrganisationKind.SEEKER) {
        assertThat(refused).isNull();
      } else {
        assertThat(refused).as(kind.name()).isEqualTo(new Refused.NotASeeker());
      }
    }
  }

  @Test
  void nobody_asks_about_its_own_patent() {
    assertThat(refusal(open(), firm(OWNER, OrganisationKind.SEEKER)))
        .isEqualTo(new Refused.OwnListing());
  }

  @Test
  void patent_that_is_not_published_cannot_be_asked_for() {
    for (ListingState.State state : ListingState.State.values()) {
      if (state != ListingState.State.PUBLISHED) {
        assertThat(refusal(listing(state, true, null, null), FIRM))
            .isEqualTo(new Refused.ListingNotOpen(state));
      }
    }
  }

  @Test
  void right_may_be_asked_for_on_its_last_day_and_not_after() {
    assertThat(refusal(listing(ListingState.State.PUBLISHED, true, null, TODAY), FIRM)).isNull();
    assertThat(refusal(listing(ListingState.State.PUBLISHED, true, null, TODAY.minusDays(1)), FIRM))
        .isEqualTo(new Refused.ListingNotOpen(ListingState.State.LAPSED));
  }

  @Test
  void patent_without_every_owners_consent_cannot_be_asked_for() {
    assertThat(refusal(listing(ListingState.State.PUBLISHED, false, null, null), FIRM))
        .isEqualTo(new Refused.ConsentMissing());
  }

  @Test
  void promise_without_kinds_covers_everything_until_its_last_day() {
    assertThat(refusal(promised(TODAY), FIRM)).isEqualTo(new Refused.Protected(TODAY));
    assertThat(refusal(promised(TODAY.minusDays(1)), FIRM)).isNull();
    assertThat(refusal(promised(null), FIRM)).isEqualTo(new Refused.Protected(null));
  }

  @Test
  void promise_that_leaves_an_offer_free_refuses_nobody() {
    assertThat(refusal(promised(null, Offer.Kind.ASSIGNMENT), FIRM)).isNull();
    assertThat(refusal(promised(null, Offer.Kind.ASSIGNMENT, Offer.Kind.NON_EXCLUSIVE), FIRM))
        .isEqualTo(new Refused.Protected(null));
  }

  @Test
  void joint_research_partner_may_always_ask() {
    assertThat(refusal(promised(null), firm(PARTNER, OrganisationKind.SEEKER))).isNull();
  }
}
