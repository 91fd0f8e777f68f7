package dev.musubi.matching.web;

import dev.musubi.http.ApiBody;
import dev.musubi.http.FieldError;
import dev.musubi.http.InvalidInput;
import dev.musubi.matching.application.HintClearance;
import dev.musubi.matching.persistence.KnownPatents.Known;
import dev.musubi.matching.persistence.KnownPatents.Source;
import dev.musubi.model.Ipc;
import dev.musubi.model.PatentNumber;
import dev.musubi.model.event.ListingState.Right;
import dev.musubi.security.Caller;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Bibliographic records of patents that are known and not on offer, from the operator alone. */
@RestController
@Hidden
class KnownPatentImport {
  private final HintClearance clearance;

  KnownPatentImport(HintClearance clearance) {
    this.clearance = clearance;
  }

  /**
   * What a gazette says.
   *
   * @param number of the publication or the registration, however it is written
   * @param jurisdiction Japan when it is left out
   */
  record Record(
      @NotBlank @Size(max = 60) String number,
      @Nullable @Size(max = 2) String jurisdiction,
      @NotBlank @Size(max = 500) String title,
      @Nullable @Size(max = 20_000) String summary,
      @NotEmpty @Size(max = 50) List<@NotBlank String> ipc) {}

  record Body(@NotEmpty @Size(max = 1_000) List<@Valid Record> patents) {}

  record Kept(int patents) {}

  @PostMapping("/internal/known-patents")
  Kept keep(@ApiBody Body body, Caller caller) {
    if (!caller.isOperator()) {
      throw new AccessDeniedException("operator");
    }
    var errors = new ArrayList<FieldError>();
    var known = new ArrayList<Known>();
    for (var i = 0; i < body.patents().size(); i++) {
      read(body.patents().get(i), "/patents/" + i, known, errors);
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    clearance.keep(known);
    return new Kept(known.size());
  }

  private static void read(
      Record written, String where, List<Known> known, List<FieldError> errors) {
    var jurisdiction = written.jurisdiction() == null ? "JP" : written.jurisdiction();
    var number = PatentNumber.tryParse(written.number(), jurisdiction, null).orElse(null);
    if (number == null || number.type().isApplication()) {
      errors.add(new FieldError(where + "/number", "value", written.number()));
      return;
    }
    var classes = new ArrayList<String>();
    for (var code : written.ipc()) {
      Ipc.tryParse(code).ifPresent(it -> classes.add(it.toString()));
    }
    var right = right(number, written.title(), jurisdiction);
    var id =
        UUID.nameUUIDFromBytes((jurisdiction + number.number()).getBytes(StandardCharsets.UTF_8));
    var text = written.summary() == null ? "" : written.summary();
    known.add(
        new Known(
            id,
            Source.IMPORT,
            List.of(right),
            HintClearance.subclasses(classes),
            written.title() + "\n" + text,
            false));
  }

  private static Right right(PatentNumber number, String title, String jurisdiction) {
    var registered = number.type().isRegistration();
    return new Right(
        Right.Kind.PATENT,
        jurisdiction,
        null,
        registered ? null : number.number(),
        registered ? number.number() : null,
        title,
        null,
        null,
        null,
        null,
        registered ? Right.Status.GRANTED : Right.Status.PENDING);
  }
}
