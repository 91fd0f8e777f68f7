package dev.musubi.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.model.Ipc;
import dev.musubi.model.Jsic;
import dev.musubi.model.PatentNumber;
import dev.musubi.model.Prefecture;
import dev.musubi.model.Term;
import dev.musubi.model.Vocabulary;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.ListingState.Right;
import dev.musubi.model.event.NeedState;
import dev.musubi.model.event.OrganisationState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The sample data must be whole, and must be taken for nothing real. */
class DemoDataTest {
  /** When the texts were written; rights in them live at least until the day after. */
  private static final LocalDate WRITTEN_ON = LocalDate.of(2026, 11, 23);

  /** Serial numbers of a year's applications and publications stay far below. */
  private static final int FIRST_UNREAL_SERIAL = 900_000;

  /** Registrations had not reached eight million when the texts were written. */
  private static final int FIRST_UNREAL_REGISTRATION = 9_900_000;

  /** A need in the words of its patent would show nothing. */
  private static final double SHARED_WORDS_AT_MOST = 0.4;

  private static final double SHARED_WORDS_ON_AVERAGE = 0.2;

  private final DemoData data = DemoData.load();
  private final List<JsonNode> organisations = data.organisations();
  private final List<JsonNode> accounts = data.accounts();
  private final List<JsonNode> listings = data.listings();
  private final List<JsonNode> needs = data.needs();

  @Test
  void no_id_and_no_address_occurs_twice() {
    assertThat(texts(organisations, "id")).doesNotHaveDuplicates();
    assertThat(texts(accounts, "email")).doesNotHaveDuplicates();
    assertThat(texts(listings, "externalId")).doesNotHaveDuplicates();
    assertThat(texts(needs, "externalId")).doesNotHaveDuplicates();
    assertThat(rights(Right::applicationNumber)).doesNotHaveDuplicates();
    assertThat(rights(Right::publicationNumber)).doesNotHaveDuplicates();
    assertThat(rights(Right::registrationNumber)).doesNotHaveDuplicates();
  }

  @Test
  void every_reference_leads_somewhere() {
    Set<String> ids = new HashSet<>(texts(organisations, "id"));
    Set<String> listingIds = new HashSet<>(texts(listings, "externalId"));

    assertThat(ids).containsAll(texts(accounts, "organisation"));
    assertThat(ids).containsAll(texts(listings, "organisation"));
    assertThat(ids).containsAll(texts(needs, "organisation"));
    assertThat(data.listingStates())
        .flatExtracting(ListingState::owners)
        .allSatisfy(owner -> assertThat(known(ids, owner.organisationId())).isTrue());
    assertThat(data.listingStates())
        .extracting(ListingState::protection)
        .allSatisfy(
            it -> assertThat(it == null || known(ids, it.partnerOrganisationId())).isTrue());
    assertThat(needs)
        .allSatisfy(need -> assertThat(listingIds).containsAll(strings(need.path("fits"))));
  }

  @Test
  void only_owners_list_and_only_seekers_need() {
    assertThat(kinds(texts(listings, "organisation"))).containsExactly("OWNER");
    assertThat(kinds(texts(needs, "organisation"))).containsExactly("SEEKER");
    assertThat(kinds(texts(accounts, "organisation")))
        .contains("OWNER", "SEEKER", "BROKER", "FINANCE", "AGENCY", "ADMINISTRATOR");
  }

  @Test
  void every_line_reads_into_the_shared_model() {
    assertThat(data.organisationStates()).hasSizeGreaterThanOrEqualTo(24);
    assertThat(data.listingStates()).hasSizeGreaterThanOrEqualTo(30);
    assertThat(data.needStates()).hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void everything_says_that_it_is_a_sample() {
    assertThat(Stream.of(organisations, listings, needs).flatMap(List::stream))
        .allSatisfy(it -> assertThat(it.path("sample").asBoolean()).isTrue());
    assertThat(texts(accounts, "email")).allMatch(it -> it.endsWith("@demo.musubi.example"));
  }

  @Test
  void no_number_can_be_a_real_one() {
    assertThat(data.organisationStates()).allMatch(it -> it.corporateNumber() == null);
    assertThat(data.listingStates())
        .flatExtracting(ListingState::owners)
        .allMatch(it -> it.corporateNumber() == null);
    assertThat(rights(Right::applicationNumber)).allMatch(it -> serial(it) >= FIRST_UNREAL_SERIAL);
    assertThat(rights(Right::publicationNumber)).allMatch(it -> serial(it) >= FIRST_UNREAL_SERIAL);
    assertThat(rights(Right::registrationNumber))
        .allMatch(it -> Integer.parseInt(it) >= FIRST_UNREAL_REGISTRATION);
  }

  @Test
  void numbers_and_codes_are_canonical() {
    assertThat(rightsOf(data.listingStates()).filter(it -> it.applicationNumber() != null))
        .allSatisfy(
            it -> {
              var type = applicationType(it);
              String number = Objects.requireNonNull(it.applicationNumber());
              assertThat(PatentNumber.parse(number, "JP", type).number()).isEqualTo(number);
            });
    assertThat(data.listingStates())
        .allSatisfy(
            it -> {
              assertThat(it.classifications().ipc())
                  .isNotEmpty()
                  .allMatch(code -> Ipc.parse(code).code().equals(code));
              assertThat(it.fields()).isNotEmpty().isSubsetOf(codes(Vocabulary.TECHNICAL_FIELDS));
              assertThat(it.functions()).isSubsetOf(codes(Vocabulary.FUNCTIONS));
              assertThat(it.jsic()).allMatch(code -> Jsic.parse(code).code().equals(code));
            });
  }

  @Test
  void dates_of_rights_are_possible() {
    assertThat(rightsOf(data.listingStates()).filter(it -> it.filedOn() != null))
        .allSatisfy(
            it -> {
              LocalDate filed = Objects.requireNonNull(it.filedOn());
              assertThat(filed).isBefore(WRITTEN_ON);
              assertThat(it.expiresOn()).isEqualTo(filed.plusYears(years(it))).isAfter(WRITTEN_ON);
              assertThat(it.publishedOn() == null || it.publishedOn().isAfter(filed)).isTrue();
              assertThat(it.registeredOn() != null).isEqualTo(it.status() == Right.Status.GRANTED);
              assertThat(it.registeredOn() == null || it.registeredOn().isBefore(WRITTEN_ON))
                  .isTrue();
            });
  }

  @Test
  void exactly_those_whose_owners_have_all_consented_are_published() {
    List<ListingState> states = data.listingStates();
    for (int i = 0; i < states.size(); i++) {
      boolean consented =
          states.get(i).owners().stream().allMatch(ListingState.Owner::consentRecorded);
      boolean published = listings.get(i).path("publish").asBoolean(true);
      assertThat(published).as(texts(listings, "externalId").get(i)).isEqualTo(consented);
    }
  }

  @Test
  void all_fields_offers_and_visibilities_and_twenty_prefectures_occur() {
    List<ListingState> states = data.listingStates();
    assertThat(states)
        .flatExtracting(ListingState::fields)
        .containsAll(codes(Vocabulary.TECHNICAL_FIELDS));
    assertThat(states)
        .flatExtracting(ListingState::offers)
        .extracting(ListingState.Offer::kind)
        .contains(ListingState.Offer.Kind.values());
    assertThat(data.needStates())
        .extracting(NeedState::visibility)
        .contains(NeedState.Visibility.values());
    assertThat(data.organisationStates().stream().map(OrganisationState::prefecture).distinct())
        .hasSizeGreaterThanOrEqualTo(20)
        .allSatisfy(code -> assertThat(Prefecture.find(String.valueOf(code))).isPresent());
    assertThat(data.organisationStates())
        .extracting(OrganisationState::smeType)
        .contains(OrganisationState.SmeType.values());
  }

  @Test
  void a_third_can_be_read_in_english() {
    long listingsInEnglish =
        data.listingStates().stream()
            .filter(it -> it.texts().stream().anyMatch(text -> text.lang().equals("en")))
            .count();
    long needsInEnglish = data.needStates().stream().filter(it -> it.lang().equals("en")).count();

    assertThat(listingsInEnglish * 3).isGreaterThanOrEqualTo(listings.size());
    assertThat(needsInEnglish * 3).isGreaterThanOrEqualTo(needs.size());
  }

  @Test
  void every_need_has_a_fit_that_says_it_in_other_words() {
    List<Double> shares = new ArrayList<>();
    for (JsonNode need : needs) {
      List<String> fits = strings(need.path("fits"));
      assertThat(fits).as(need.path("externalId").asString()).isNotEmpty();
      for (String fit : fits) {
        double share = SharedWords.share(need, data.listing(fit));
        assertThat(share)
            .as(need.path("externalId").asString() + " and " + fit)
            .isLessThanOrEqualTo(SHARED_WORDS_AT_MOST);
        shares.add(share);
      }
    }
    assertThat(shares.stream().mapToDouble(it -> it).average().orElseThrow())
        .isLessThanOrEqualTo(SHARED_WORDS_ON_AVERAGE);
  }

  @Test
  void some_needs_fit_only_across_the_languages() {
    assertThat(needs.stream().filter(this::fitsOnlyInTheOtherLanguage).map(DemoDataTest::lang))
        .contains("ja", "en");
  }

  private boolean fitsOnlyInTheOtherLanguage(JsonNode need) {
    return strings(need.path("fits")).stream()
        .flatMap(fit -> data.listing(fit).path("texts").valueStream())
        .noneMatch(text -> lang(text).equals(lang(need)));
  }

  private static String lang(JsonNode node) {
    return node.path("lang").asString();
  }

  private Set<String> kinds(List<String> organisationIds) {
    return organisations.stream()
        .filter(it -> organisationIds.contains(it.path("id").asString()))
        .map(it -> it.path("kind").asString())
        .collect(Collectors.toSet());
  }

  private List<String> rights(Function<Right, @Nullable String> number) {
    return rightsOf(data.listingStates()).map(number).filter(Objects::nonNull).toList();
  }

  private static Stream<Right> rightsOf(List<ListingState> listings) {
    return listings.stream().flatMap(it -> it.rights().stream());
  }

  /** A patent lives twenty years from its filing, a utility model ten. */
  private static int years(Right right) {
    return right.kind() == Right.Kind.UTILITY_MODEL ? 10 : 20;
  }

  private static PatentNumber.Type applicationType(Right right) {
    if (right.jurisdiction().equals("WO")) {
      return PatentNumber.Type.INTERNATIONAL_APPLICATION;
    }
    return right.kind() == Right.Kind.UTILITY_MODEL
        ? PatentNumber.Type.UTILITY_APPLICATION
        : PatentNumber.Type.APPLICATION;
  }

  /** The last six digits of 2024912345 or JP2024912345. */
  private static int serial(String number) {
    return Integer.parseInt(number.substring(number.length() - 6));
  }

  private static boolean known(Set<String> ids, @Nullable Object id) {
    return id == null || ids.contains(id.toString());
  }

  private static List<String> codes(Vocabulary vocabulary) {
    return vocabulary.terms().stream().map(Term::code).toList();
  }

  private static List<String> texts(List<JsonNode> lines, String field) {
    return lines.stream().map(it -> it.path(field).asString()).toList();
  }

  private static List<String> strings(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return array.valueStream();
  }
}
