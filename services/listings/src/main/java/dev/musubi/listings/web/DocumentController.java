package dev.musubi.listings.web;

import dev.musubi.http.Creates;
import dev.musubi.http.FieldError;
import dev.musubi.http.Idempotency;
import dev.musubi.http.InvalidParameter;
import dev.musubi.http.Refusal;
import dev.musubi.listings.application.AttachDocument;
import dev.musubi.listings.application.Documents.Visibility;
import dev.musubi.listings.application.ReadListing;
import dev.musubi.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Pictures and papers of a listing. */
@RestController
@RequestMapping("/api/v1/listings/{id}/documents")
@Tag(name = "Documents")
class DocumentController {
  private final AttachDocument attach;
  private final ReadListing read;
  private final Idempotency idempotency;

  DocumentController(AttachDocument attach, ReadListing read, Idempotency idempotency) {
    this.attach = attach;
    this.read = read;
    this.idempotency = idempotency;
  }

  /** Documents that the caller may read. */
  record DocumentList(List<DocumentView> items) {}

  @Operation(summary = "Documents that the caller may read")
  @GetMapping
  DocumentList list(Caller caller, @PathVariable UUID id) {
    return new DocumentList(
        attach.visible(read.see(caller, id)).stream().map(DocumentView::of).toList());
  }

  @Operation(summary = "Attach a PDF or a picture (PNG, JPEG, WebP) of at most 10 MB")
  @Creates
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<DocumentView> attach(
      Caller caller,
      @PathVariable UUID id,
      HttpServletRequest request,
      @RequestPart(name = "file", required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "PUBLIC") Visibility visibility) {
    if (file == null) {
      throw new InvalidParameter(new FieldError("file", "required"));
    }
    byte[] content = bytes(file);
    String fingerprint = visibility + " " + content.length + " " + Arrays.hashCode(content);
    return idempotency.once(
        request,
        fingerprint,
        () -> {
          DocumentView view =
              DocumentView.of(
                  attach.attach(caller, id, file.getOriginalFilename(), visibility, content));
          return ResponseEntity.created(URI.create(view.href())).body(view);
        });
  }

  @Operation(summary = "The bytes of a document")
  @GetMapping("/{document}")
  ResponseEntity<byte[]> open(Caller caller, @PathVariable UUID id, @PathVariable UUID document) {
    AttachDocument.Opened opened = attach.open(read.see(caller, id), document);
    MediaType type = MediaType.parseMediaType(opened.document().type());
    // A picture is shown in its place; a paper is saved, as it might hold scripts.
    boolean picture = type.getType().equals("image");
    ContentDisposition disposition =
        (picture ? ContentDisposition.inline() : ContentDisposition.attachment())
            .filename(opened.document().name(), StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .eTag("\"" + opened.document().sha256() + "\"")
        .body(opened.content());
  }

  @Operation(summary = "Remove a document")
  @DeleteMapping("/{document}")
  ResponseEntity<Void> remove(Caller caller, @PathVariable UUID id, @PathVariable UUID document) {
    attach.remove(caller, id, document);
    return ResponseEntity.noContent().build();
  }

  private static byte[] bytes(MultipartFile file) {
    if (file.getSize() > AttachDocument.MAX_SIZE) {
      throw new Refusal(
          HttpStatus.CONTENT_TOO_LARGE,
          "too-large",
          "problem.too-large.detail",
          AttachDocument.MAX_SIZE / 1024);
    }
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new Refusal(HttpStatus.BAD_REQUEST, "malformed", "problem.malformed.unreadable");
    }
  }
}
