package dev.musubi.deals.web;

import dev.musubi.deals.application.AnswerInquiry;
import dev.musubi.deals.application.CloseDeal;
import dev.musubi.deals.application.OpenInquiry;
import dev.musubi.deals.application.ReadDeals;
import dev.musubi.deals.application.RevealSeeker;
import dev.musubi.deals.application.WithdrawInquiry;
import dev.musubi.deals.application.WriteMessage;
import dev.musubi.deals.domain.Deal;
import dev.musubi.http.ApiBody;
import dev.musubi.http.Changes;
import dev.musubi.http.Creates;
import dev.musubi.http.Idempotency;
import dev.musubi.http.IfMatch;
import dev.musubi.http.Page;
import dev.musubi.http.PageQuery;
import dev.musubi.model.event.DealState.Stage;
import dev.musubi.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Inquiries about open patents and what becomes of them, for their two sides alone. */
@RestController
@RequestMapping("/api/v1/deals")
class DealController {
  private final OpenInquiry open;
  private final AnswerInquiry answer;
  private final WithdrawInquiry withdraw;
  private final CloseDeal close;
  private final RevealSeeker reveal;
  private final WriteMessage write;
  private final ReadDeals read;
  private final DealViews views;
  private final Idempotency idempotency;

  DealController(
      OpenInquiry open,
      AnswerInquiry answer,
      WithdrawInquiry withdraw,
      CloseDeal close,
      RevealSeeker reveal,
      WriteMessage write,
      ReadDeals read,
      DealViews views,
      Idempotency idempotency) {
    this.open = open;
    this.answer = answer;
    this.withdraw = withdraw;
    this.close = close;
    this.reveal = reveal;
    this.write = write;
    this.read = read;
    this.views = views;
    this.idempotency = idempotency;
  }

  /**
   * Asks the owner of a patent. Write no secrets: nothing is confidential before an NDA is signed.
   */
  @PostMapping
  @Creates
  ResponseEntity<DealView> inquire(
      @ApiBody InquiryInput input, Caller caller, Locale locale, HttpServletRequest request) {
    return idempotency.once(
        request,
        () -> {
          Deal deal = open.open(input.inquiry(), caller);
          return ResponseEntity.created(URI.create("/api/v1/deals/" + deal.id()))
              .eTag(IfMatch.etag(deal.version()))
              .body(views.whole(read.one(deal.id(), caller), locale));
        });
  }

  /** Deals in which the caller's organisation has a part, latest first, without the messages. */
  @GetMapping
  Page<DealView> list(
      @RequestParam(required = false) @Nullable Stage stage,
      PageQuery page,
      Caller caller,
      Locale locale) {
    return read.list(stage == null ? null : stage.name(), page, caller)
        .map(it -> views.summary(it, locale));
  }

  @GetMapping("/{id}")
  ResponseEntity<DealView> one(@PathVariable UUID id, Caller caller, Locale locale) {
    return shown(id, caller, locale);
  }

  /** The owner accepts or declines. */
  @PostMapping("/{id}/answer")
  @Changes
  ResponseEntity<DealView> answer(
      @PathVariable UUID id,
      IfMatch seen,
      @ApiBody AnswerInput input,
      Caller caller,
      Locale locale) {
    if (input.accepts()) {
      answer.accept(id, seen, input.message(), caller);
    } else {
      answer.decline(id, seen, input.declineReason(), input.message(), caller);
    }
    return shown(id, caller, locale);
  }

  /** The firm takes its inquiry back, as long as it is not answered. */
  @PostMapping("/{id}/withdraw")
  @Changes
  ResponseEntity<DealView> withdraw(
      @PathVariable UUID id,
      IfMatch seen,
      @ApiBody WithdrawInput input,
      Caller caller,
      Locale locale) {
    withdraw.withdraw(id, seen, input.message(), caller);
    return shown(id, caller, locale);
  }

  /** Either side ends the talks; for the firm, an inquiry that waits is withdrawn. */
  @PostMapping("/{id}/close")
  @Changes
  ResponseEntity<DealView> close(
      @PathVariable UUID id,
      IfMatch seen,
      @ApiBody CloseInput input,
      Caller caller,
      Locale locale) {
    close.close(id, seen, input.closeReason(), input.message(), caller);
    return shown(id, caller, locale);
  }

  /** The firm tells the owner its name. */
  @PostMapping("/{id}/reveal")
  @Changes
  ResponseEntity<DealView> reveal(
      @PathVariable UUID id, IfMatch seen, Caller caller, Locale locale) {
    reveal.reveal(id, seen, caller);
    return shown(id, caller, locale);
  }

  /** Writes to the other side. */
  @PostMapping("/{id}/messages")
  @Creates
  ResponseEntity<DealView> write(
      @PathVariable UUID id,
      @ApiBody MessageInput input,
      Caller caller,
      Locale locale,
      HttpServletRequest request) {
    return idempotency.once(
        request,
        () -> {
          Deal deal = write.write(id, input.message(), caller);
          return ResponseEntity.created(URI.create("/api/v1/deals/" + id))
              .eTag(IfMatch.etag(deal.version()))
              .body(views.whole(read.one(id, caller), locale));
        });
  }

  private ResponseEntity<DealView> shown(UUID id, Caller caller, Locale locale) {
    ReadDeals.Shown shown = read.one(id, caller);
    return ResponseEntity.ok()
        .eTag(IfMatch.etag(shown.details().deal().version()))
        .body(views.whole(shown, locale));
  }
}
