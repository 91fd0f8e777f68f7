package dev.musubi.listings.imports;

import dev.musubi.http.Cursor;
import dev.musubi.http.FieldError;
import dev.musubi.http.Idempotency;
import dev.musubi.http.InvalidInput;
import dev.musubi.http.NotFound;
import dev.musubi.http.Page;
import dev.musubi.http.PageQuery;
import dev.musubi.model.Ids;
import dev.musubi.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports of files: upload, progress, problems. */
@RestController
@RequestMapping("/api/v1/listings/imports")
class ImportController {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_MANDATE = 500;

  private final ImportStore store;
  private final ImportViews views;
  private final ImportWorker worker;
  private final Idempotency idempotency;
  private final Formats formats = Formats.load();

  ImportController(
      ImportStore store, ImportViews views, ImportWorker worker, Idempotency idempotency) {
    this.store = store;
    this.views = views;
    this.worker = worker;
    this.idempotency = idempotency;
  }

  /**
   * What comes with a file.
   *
   * @param format id of a format, or "auto"
   * @param organisation only for an operator: on whose behalf
   */
  record Form(
      @Nullable String format,
      @Nullable Boolean publish,
      @Nullable String mandate,
      @Nullable UUID organisation) {}

  @Operation(summary = "Upload a file of listings; it is worked off in the background")
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<ImportView> upload(
      Caller caller,
      HttpServletRequest request,
      @RequestPart(name = "file", required = false) @Nullable MultipartFile file,
      @RequestParam(required = false) @Nullable String format,
      @RequestParam(required = false) @Nullable Boolean publish,
      @RequestParam(required = false) @Nullable String mandate,
      @RequestParam(required = false) @Nullable UUID organisation,
      Locale locale) {
    Form form = new Form(format, publish, mandate, organisation);
    MultipartFile checked = check(file, form);
    UUID owner = ImportAccess.organisation(caller, form.organisation());
    ResponseEntity<ImportView> answer =
        idempotency.once(
            request,
            form + checked.getOriginalFilename() + checked.getSize(),
            () -> accept(owner, caller.subject(), checked, form, locale));
    worker.wake();
    return answer;
  }

  private MultipartFile check(@Nullable MultipartFile file, Form form) {
    List<FieldError> errors = new ArrayList<>();
    if (file == null || file.isEmpty()) {
      errors.add(new FieldError("/file", "required"));
    }
    String format = requested(form);
    if (format != null && formats.byId(format).isEmpty()) {
      errors.add(
          new FieldError(
              "/format",
              "choice",
              "auto, " + String.join(", ", formats.all().stream().map(Format::id).toList())));
    }
    if (form.mandate() != null && form.mandate().length() > LONGEST_MANDATE) {
      errors.add(new FieldError("/mandate", "size", 0, LONGEST_MANDATE));
    }
    if (!errors.isEmpty() || file == null) {
      throw new InvalidInput(errors);
    }
    return file;
  }

  private static @Nullable String requested(Form form) {
    boolean auto = form.format() == null || form.format().isBlank() || form.format().equals("auto");
    return auto ? null : form.format();
  }

  private ResponseEntity<ImportView> accept(
      UUID owner, String actor, MultipartFile file, Form form, Locale locale) {
    ImportJob job =
        new ImportJob(
            Ids.next(),
            owner,
            actor,
            name(file),
            file.getSize(),
            requested(form),
            Boolean.TRUE.equals(form.publish()),
            form.mandate() == null || form.mandate().isBlank() ? null : form.mandate().strip(),
            ImportJob.State.QUEUED,
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            0,
            0,
            ImportJob.Counts.NONE,
            Instant.now(),
            null,
            null);
    store.add(job);
    try (InputStream bytes = file.getInputStream()) {
      store.addFile(job.id(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/listings/imports/" + job.id()))
        .body(views.view(job, locale));
  }

  /** Shown to people only; never a path. */
  private static String name(MultipartFile file) {
    String given = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("\\p{Cntrl}", "").strip();
    return clean.isEmpty() ? "-" : clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
  }

  @Operation(summary = "Imports of the own organisation, newest first")
  @GetMapping
  Page<ImportView> list(
      Caller caller,
      PageQuery page,
      @RequestParam(required = false) @Nullable UUID organisation,
      Locale locale) {
    UUID owner = ImportAccess.organisation(caller, organisation);
    UUID before = page.cursor() == null ? null : page.cursor().uuid(0);
    List<ImportJob> jobs = store.ofOrganisation(owner, before, page.limitAndOne());
    return Page.of(jobs, page.limit(), job -> Cursor.of(job.id()))
        .map(job -> views.view(job, locale));
  }

  @Operation(summary = "Formats that can be read")
  @GetMapping("/formats")
  List<ImportView.KnownFormat> formats(Locale locale) {
    return views.formats(locale);
  }

  @Operation(summary = "How far an import is")
  @GetMapping("/{id}")
  ImportView progress(Caller caller, @PathVariable UUID id, Locale locale) {
    return views.view(job(caller, id), locale);
  }

  @Operation(summary = "What is wrong with rows of an import, in the order of the file")
  @GetMapping("/{id}/errors")
  Page<ImportView.Problem> problems(
      Caller caller, @PathVariable UUID id, PageQuery page, Locale locale) {
    job(caller, id);
    long after = page.cursor() == null ? 0 : page.cursor().number(0);
    return Page.of(
            store.problems(id, after, page.limitAndOne()),
            page.limit(),
            problem -> Cursor.of(problem.seq()))
        .map(problem -> views.view(problem, locale));
  }

  private ImportJob job(Caller caller, UUID id) {
    return store
        .find(id)
        .filter(job -> ImportAccess.maySee(caller, job))
        .orElseThrow(NotFound::new);
  }
}
