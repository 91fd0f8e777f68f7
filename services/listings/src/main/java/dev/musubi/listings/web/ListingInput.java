package dev.musubi.listings.web;

import dev.musubi.listings.domain.ListingContent;
import dev.musubi.listings.domain.ListingContent.Owner;
import dev.musubi.listings.domain.ListingContent.Protection;
import dev.musubi.model.event.ListingState.Classifications;
import dev.musubi.model.event.ListingState.Offer;
import dev.musubi.model.event.ListingState.Right;
import dev.musubi.model.event.ListingState.Text;
import dev.musubi.model.event.NeedState;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A listing as callers write it. Numbers and codes may be written in any usual way. */
@SoundListing
@Schema(description = "A listing as its organisation writes it. Codes and numbers in any writing.")
record ListingInput(
    @Nullable List<@Valid TextInput> texts,
    @Nullable List<@Valid RightInput> rights,
    @Schema(description = "Right holders; leave empty when the organisation is the only one")
        @Nullable List<@Valid OwnerInput> owners,
    @Nullable List<@Valid OfferInput> offers,
    @Valid @Nullable ClassificationsInput classifications,
    @Nullable List<String> fields,
    @Nullable List<String> functions,
    @Nullable String prefecture,
    @Nullable List<String> jsic,
    @Nullable Integer trl,
    @Valid @Nullable ProtectionInput protection,
    @Schema(description = "List although the patent office has not laid the application open")
        @Nullable Boolean discloseUnpublished,
    @Nullable Boolean sample,
    @Nullable Map<String, String> attributes) {

  record TextInput(
      @Nullable String lang,
      @Nullable String title,
      @Nullable String summary,
      @Nullable String problem,
      @Nullable String solution,
      @Nullable String effect,
      @Nullable String products,
      @Nullable String overview,
      @Schema(description = "Leave them out, and they are drawn from the texts")
          @Nullable ElementsInput elements) {}

  record ElementsInput(
      @Nullable List<String> material,
      @Nullable List<String> method,
      @Nullable List<String> efficacy,
      @Nullable List<String> product,
      @Nullable List<String> application) {

    private NeedState.Elements elements() {
      return new NeedState.Elements(
          known(material), known(method), known(efficacy), known(product), known(application));
    }

    private static List<String> known(@Nullable List<String> phrases) {
      return phrases == null ? List.of() : phrases.stream().filter(Objects::nonNull).toList();
    }

    static @Nullable ElementsInput of(NeedState.@Nullable Elements it) {
      return it == null
          ? null
          : new ElementsInput(
              it.material(), it.method(), it.efficacy(), it.product(), it.application());
    }
  }

  record RightInput(
      Right.@Nullable Kind kind,
      @Nullable String jurisdiction,
      @Nullable String applicationNumber,
      @Nullable String publicationNumber,
      @Nullable String registrationNumber,
      @Nullable String inventionTitle,
      @Nullable LocalDate filedOn,
      @Nullable LocalDate publishedOn,
      @Nullable LocalDate registeredOn,
      @Nullable LocalDate expiresOn,
      Right.@Nullable Status status) {}

  record OwnerInput(
      @Nullable String name,
      @Nullable UUID organisationId,
      @Nullable String corporateNumber,
      @Schema(description = "You declare that you hold this owner's written consent")
          @Nullable Boolean consentRecorded) {}

  record OfferInput(
      @NotNull Offer.@Nullable Kind kind,
      @Nullable Boolean sublicence,
      @Nullable Double royaltyPercentFrom,
      @Nullable Double royaltyPercentTo,
      @Nullable Long upfrontYen,
      @Nullable String trigger,
      @Nullable String note) {}

  record ClassificationsInput(
      @Nullable List<String> ipc,
      @Nullable List<String> fi,
      @Nullable List<String> cpc,
      @Nullable List<String> fTerm) {}

  record ProtectionInput(
      @Nullable String project,
      @Nullable String partnerName,
      @Nullable UUID partnerOrganisationId,
      @Nullable LocalDate until,
      @Nullable List<Offer.Kind> kinds) {}

  /** As the domain knows it; what is missing becomes empty and is then found by the rules. */
  ListingContent content() {
    return new ListingContent(
        list(texts, ListingInput::text),
        list(rights, ListingInput::right),
        list(owners, ListingInput::owner),
        list(offers, ListingInput::offer),
        codes(classifications),
        orEmpty(fields),
        orEmpty(functions),
        prefecture,
        orEmpty(jsic),
        trl,
        protection(protection),
        isTrue(discloseUnpublished),
        isTrue(sample),
        attributes == null ? Map.of() : attributes);
  }

  private static Text text(TextInput it) {
    return new Text(
        orBlank(it.lang()),
        orBlank(it.title()),
        it.summary(),
        it.problem(),
        it.solution(),
        it.effect(),
        it.products(),
        it.overview(),
        it.elements() == null ? null : it.elements().elements());
  }

  private static Right right(RightInput it) {
    return new Right(
        it.kind() == null ? Right.Kind.PATENT : it.kind(),
        it.jurisdiction() == null ? "JP" : it.jurisdiction(),
        it.applicationNumber(),
        it.publicationNumber(),
        it.registrationNumber(),
        it.inventionTitle(),
        it.filedOn(),
        it.publishedOn(),
        it.registeredOn(),
        it.expiresOn(),
        it.status() == null ? Right.Status.UNKNOWN : it.status());
  }

  private static Owner owner(OwnerInput it) {
    return new Owner(
        orBlank(it.name()),
        it.organisationId(),
        it.corporateNumber(),
        isTrue(it.consentRecorded()));
  }

  private static Offer offer(OfferInput it) {
    // Without a kind the input is refused by @NotNull; the rules still look at the rest of it.
    return new Offer(
        it.kind() == null ? Offer.Kind.NON_EXCLUSIVE : it.kind(),
        it.sublicence(),
        it.royaltyPercentFrom(),
        it.royaltyPercentTo(),
        it.upfrontYen(),
        it.trigger(),
        it.note());
  }

  private static Classifications codes(@Nullable ClassificationsInput it) {
    return it == null
        ? Classifications.NONE
        : new Classifications(
            orEmpty(it.ipc()), orEmpty(it.fi()), orEmpty(it.cpc()), orEmpty(it.fTerm()));
  }

  private static @Nullable Protection protection(@Nullable ProtectionInput it) {
    return it == null
        ? null
        : new Protection(
            it.project(),
            orBlank(it.partnerName()),
            it.partnerOrganisationId(),
            it.until(),
            it.kinds() == null ? List.of() : it.kinds());
  }

  private static <A, B> List<B> list(@Nullable List<A> inputs, Function<A, B> reader) {
    return inputs == null ? List.of() : inputs.stream().map(reader).toList();
  }

  private static List<String> orEmpty(@Nullable List<String> list) {
    return list == null ? List.of() : list;
  }

  private static String orBlank(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static boolean isTrue(@Nullable Boolean flag) {
    return flag != null && flag;
  }
}
