package dev.musubi.profiles.web;

import dev.musubi.http.ApiBody;
import dev.musubi.http.Creates;
import dev.musubi.http.Idempotency;
import dev.musubi.http.IfMatch;
import dev.musubi.http.MergePatch;
import dev.musubi.http.Page;
import dev.musubi.http.PageQuery;
import dev.musubi.profiles.application.ReadNeeds;
import dev.musubi.profiles.application.WriteNeed;
import dev.musubi.profiles.domain.Need;
import dev.musubi.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/needs")
class NeedController {
  private final WriteNeed write;
  private final ReadNeeds read;
  private final Idempotency idempotency;

  NeedController(WriteNeed write, ReadNeeds read, Idempotency idempotency) {
    this.write = write;
    this.read = read;
    this.idempotency = idempotency;
  }

  /**
   * Writes a draft.
   *
   * @param organisation the firm for which a broker writes; else the caller's own
   */
  @PostMapping
  @Creates
  ResponseEntity<NeedView> create(
      @ApiBody NeedInput input,
      @RequestParam(required = false) @Nullable UUID organisation,
      Caller caller,
      HttpServletRequest request) {
    UUID firm = organisation == null ? Access.organisation(caller) : organisation;
    return idempotency.once(
        request,
        () -> {
          Need need = write.create(firm, input.content(), caller);
          return ResponseEntity.created(URI.create("/api/v1/needs/" + need.id()))
              .eTag(IfMatch.etag(need.version()))
              .body(NeedView.of(need));
        });
  }

  @GetMapping
  Page<NeedView> list(
      @RequestParam(required = false) Need.@Nullable State state, PageQuery page, Caller caller) {
    return read.list(state, page, caller).map(NeedView::of);
  }

  @GetMapping("/{id}")
  ResponseEntity<NeedView> one(@PathVariable UUID id, Caller caller) {
    return answer(read.one(id, caller));
  }

  @PatchMapping("/{id}")
  ResponseEntity<NeedView> change(
      @PathVariable UUID id, IfMatch version, @ApiBody MergePatch<NeedInput> patch, Caller caller) {
    return answer(
        write.change(
            id,
            version.version(),
            content -> patch.applyTo(NeedInput.of(content)).content(),
            caller));
  }

  @PostMapping("/{id}/activate")
  ResponseEntity<NeedView> activate(@PathVariable UUID id, IfMatch version, Caller caller) {
    return answer(write.move(id, version.version(), Need.State.ACTIVE, caller));
  }

  @PostMapping("/{id}/pause")
  ResponseEntity<NeedView> pause(@PathVariable UUID id, IfMatch version, Caller caller) {
    return answer(write.move(id, version.version(), Need.State.PAUSED, caller));
  }

  @PostMapping("/{id}/close")
  ResponseEntity<NeedView> close(@PathVariable UUID id, IfMatch version, Caller caller) {
    return answer(write.move(id, version.version(), Need.State.CLOSED, caller));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable UUID id, IfMatch version, Caller caller) {
    write.delete(id, version.version(), caller);
  }

  private static ResponseEntity<NeedView> answer(Need need) {
    return ResponseEntity.ok().eTag(IfMatch.etag(need.version())).body(NeedView.of(need));
  }
}
