package dev.musubi.listings.domain;

import dev.musubi.listings.domain.Consent.Answer;
import dev.musubi.listings.domain.Consent.Basis;
import dev.musubi.listings.domain.FailedCheck.Code;
import dev.musubi.listings.domain.ListingContent.Owner;
import dev.musubi.model.event.ListingState.Right;
import dev.musubi.model.event.ListingState.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What must hold before the public may see a listing. All that does not is told at once. */
public final class PublicationChecks {
  private final ListingContent content;
  private final Lister lister;
  private final ConsentLedger ledger;
  private final LocalDate today;
  private final List<FailedCheck> failed = new ArrayList<>();

  private PublicationChecks(
      ListingContent content, Lister lister, ConsentLedger ledger, LocalDate today) {
    this.content = content;
    this.lister = lister;
    this.ledger = ledger;
    this.today = today;
  }

  /** Everything that stands against publication; empty when nothing does. */
  public static List<FailedCheck> failures(
      ListingContent content, Lister lister, ConsentLedger ledger, LocalDate today) {
    PublicationChecks checks = new PublicationChecks(content, lister, ledger, today);
    checks.texts();
    checks.rights();
    checks.owners();
    checks.offers();
    return List.copyOf(checks.failed);
  }

  private void texts() {
    if (content.texts().isEmpty()) {
      fail(Code.TITLE_MISSING, "/texts");
      return;
    }
    boolean minimal = RightLife.isAnyUnpublished(content.rights(), today);
    if (!minimal && content.texts().stream().noneMatch(PublicationChecks::explains)) {
      fail(Code.EXPLANATION_MISSING, "/texts/0/summary");
    }
  }

  private static boolean explains(Text text) {
    return Stream.of(
            text.summary(), text.problem(), text.solution(), text.effect(), text.overview())
        .anyMatch(Objects::nonNull);
  }

  private void rights() {
    if (content.rights().isEmpty()) {
      fail(Code.RIGHT_MISSING, "/rights");
      return;
    }
    for (int i = 0; i < content.rights().size(); i++) {
      Right right = content.rights().get(i);
      if (right.kind() != Right.Kind.KNOW_HOW && RightNumbers.keys(right).isEmpty()) {
        fail(Code.NUMBER_MISSING, "/rights/" + i);
      }
    }
    if (RightLife.haveAllEnded(content.rights(), today)) {
      fail(Code.RIGHTS_ENDED, "/rights");
    }
    if (RightLife.isAnyUnpublished(content.rights(), today) && !content.discloseUnpublished()) {
      fail(Code.UNPUBLISHED_NEEDS_OPT_IN, "/discloseUnpublished");
    }
  }

  private void owners() {
    List<Owner> owners = lister.ownersOf(content);
    boolean holdsItself = owners.stream().anyMatch(lister::is);
    for (int i = 0; i < owners.size(); i++) {
      Owner owner = owners.get(i);
      if (!lister.is(owner)) {
        owner(owner, "/owners/" + i, holdsItself);
      }
    }
  }

  private void owner(Owner owner, String pointer, boolean listerHoldsItself) {
    Optional<Consent> consent = ledger.of(owner);
    if (consent.isEmpty()) {
      fail(Code.CONSENT_MISSING, pointer, owner.name());
    } else if (consent.get().answer() == Answer.REFUSED) {
      fail(Code.CONSENT_REFUSED, pointer, owner.name());
    } else if (!listerHoldsItself && consent.get().basis() != Basis.MANDATE) {
      fail(Code.NOT_AN_OWNER, pointer, owner.name());
    }
  }

  private void offers() {
    if (content.offers().isEmpty()) {
      fail(Code.OFFER_MISSING, "/offers");
      return;
    }
    var refused = ledger.refusedByPartner(content.protection(), today);
    if (content.offers().stream().allMatch(offer -> refused.contains(offer.kind()))) {
      fail(Code.PARTNER_REFUSED, "/offers");
    }
  }

  private void fail(Code code, String pointer, String... args) {
    failed.add(new FailedCheck(code, pointer, args));
  }
}
