package dev.musubi.web.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.model.event.ListingState.Offer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A form shows less than a listing holds; what it does not show must survive it. */
class ListingFormTest {
  private static final Offer PAID =
      new Offer(Offer.Kind.NON_EXCLUSIVE, true, 1.0, 3.0, 100_000L, null, "for small firms");
  private static final Offer TRIAL =
      new Offer(Offer.Kind.FREE_TRIAL_THEN_LICENCE, null, 0.5, 1.0, null, "first sale", null);

  @Test
  void untouched_terms_leave_each_offer_its_own() {
    List<Object> sent =
        OfferTerms.of(List.of(PAID, TRIAL))
            .offers(List.of("NON_EXCLUSIVE", "FREE_TRIAL_THEN_LICENCE"), List.of(PAID, TRIAL));
    assertThat(sent.get(0).toString()).contains("3.0", "for small firms", "sublicence=true");
    assertThat(sent.get(1).toString()).contains("0.5", "1.0", "first sale").doesNotContain("3.0");
  }

  @Test
  void new_terms_hold_for_every_kind_that_is_paid() {
    List<Object> sent =
        new OfferTerms("2", "4", "", "")
            .offers(List.of("NON_EXCLUSIVE", "JOINT_RESEARCH"), List.of(PAID));
    assertThat(sent)
        .containsExactly(
            Map.of(
                "kind",
                "NON_EXCLUSIVE",
                "royaltyPercentFrom",
                2L,
                "royaltyPercentTo",
                4L,
                "note",
                "for small firms",
                "sublicence",
                true),
            Map.of("kind", "JOINT_RESEARCH"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2020,1,27|2020-01-27",
        "２０２０,１２,３|2020-12-03",
        "2020年,1月,27日|2020-01-27",
        "2020-01-27|2020-01-27",
        "2020,,|2020--",
        "あ,1,1|あ-01-01"
      })
  void a_day_in_three_fields_is_one_date_however_it_was_typed(String typed, String sent) {
    assertThat(TypedDay.of(typed).iso()).isEqualTo(sent);
  }

  @Test
  void three_empty_fields_are_no_date() {
    assertThat(TypedDay.of(",,").iso()).isEmpty();
    assertThat(TypedDay.of(null).iso()).isEmpty();
  }
}
