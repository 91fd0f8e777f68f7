package dev.musubi.web.office;

import dev.musubi.model.event.ListingState.Offer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The terms as the form shows them: once for all kinds of offer. */
record OfferTerms(
    @Nullable String royaltyFrom,
    @Nullable String royaltyTo,
    @Nullable String upfrontYen,
    @Nullable String trigger) {

  /** What the form shows of a listing's offers. */
  static OfferTerms of(List<Offer> offers) {
    Offer first = offers.stream().findFirst().orElse(null);
    String trigger =
        offers.stream().map(Offer::trigger).filter(Objects::nonNull).findFirst().orElse(null);
    return first == null
        ? new OfferTerms(null, null, null, null)
        : new OfferTerms(
            ListingForm.text(first.royaltyPercentFrom()),
            ListingForm.text(first.royaltyPercentTo()),
            ListingForm.text(first.upfrontYen()),
            trigger);
  }

  /**
   * The offers as the API takes them. Where nobody touched the terms, each offer keeps its own;
   * what the form does not show stays in any case.
   */
  List<Object> offers(List<String> kinds, List<Offer> before) {
    boolean untouched = plain().equals(of(before).plain());
    List<Object> list = new ArrayList<>();
    for (String kind : kinds) {
      Offer known =
          before.stream().filter(one -> one.kind().name().equals(kind)).findFirst().orElse(null);
      Map<String, Object> offer = new LinkedHashMap<>();
      offer.put("kind", kind);
      (known != null && untouched ? of(List.of(known)) : this).write(kind, offer);
      if (known != null) {
        Typed.text(offer, "note", known.note());
        if (known.sublicence() != null) {
          offer.put("sublicence", known.sublicence());
        }
      }
      list.add(offer);
    }
    return list;
  }

  private void write(String kind, Map<String, Object> offer) {
    if (!kind.equals("JOINT_RESEARCH") && !kind.equals("TECHNICAL_GUIDANCE")) {
      Typed.number(offer, "royaltyPercentFrom", royaltyFrom);
      Typed.number(offer, "royaltyPercentTo", royaltyTo);
      Typed.number(offer, "upfrontYen", upfrontYen);
    }
    if (kind.equals("FREE_TRIAL_THEN_LICENCE")) {
      Typed.text(offer, "trigger", trigger);
    }
  }

  /** A field left empty is the same as no field. */
  private OfferTerms plain() {
    return new OfferTerms(plain(royaltyFrom), plain(royaltyTo), plain(upfrontYen), plain(trigger));
  }

  private static String plain(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
