package dev.musubi.listings.application;

import dev.musubi.http.FieldError;
import dev.musubi.http.InvalidParameter;
import dev.musubi.http.NotFound;
import dev.musubi.http.Refusal;
import dev.musubi.listings.application.Documents.Document;
import dev.musubi.listings.application.Documents.Visibility;
import dev.musubi.listings.domain.Listing;
import dev.musubi.listings.domain.RightLife;
import dev.musubi.model.Ids;
import dev.musubi.security.Caller;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Attaches pictures and papers to a listing. */
@Service
public class AttachDocument {
  /** Largest document in bytes. */
  public static final int MAX_SIZE = 10 * 1024 * 1024;

  private static final int MAX_DOCUMENTS = 20;
  private static final int MAX_NAME = 150;

  private final Listings listings;
  private final Documents documents;
  private final Days days;

  AttachDocument(Listings listings, Documents documents, Days days) {
    this.listings = listings;
    this.documents = documents;
    this.days = days;
  }

  /**
   * @param name as the sender calls the file; kept for people only
   */
  @Transactional
  public Document attach(
      Caller caller, UUID listing, @Nullable String name, Visibility visibility, byte[] content) {
    lock(caller, listing);
    if (content.length == 0) {
      throw new InvalidParameter(new FieldError("file", "empty-file"));
    }
    if (content.length > MAX_SIZE) {
      throw new Refusal(
          HttpStatus.CONTENT_TOO_LARGE, "too-large", "problem.too-large.detail", MAX_SIZE / 1024);
    }
    FileType type = FileType.of(content).orElseThrow(AttachDocument::unknownType);
    if (documents.of(listing).size() >= MAX_DOCUMENTS) {
      throw new Refusal(
          HttpStatus.CONFLICT, "too-many-documents", "listings.documents.detail", MAX_DOCUMENTS);
    }
    Document document =
        new Document(
            Ids.next(),
            listing,
            readable(name, type),
            type.mediaType(),
            content.length,
            sha256(content),
            visibility,
            days.now());
    documents.insert(document, content);
    return document;
  }

  @Transactional
  public void remove(Caller caller, UUID listing, UUID document) {
    lock(caller, listing);
    if (!documents.delete(listing, document)) {
      throw new NotFound();
    }
  }

  /** Those that somebody with this view may read. */
  @Transactional(readOnly = true)
  public List<Document> visible(ReadListing.Sight sight) {
    return documents.of(sight.listing().id()).stream().filter(it -> isShown(it, sight)).toList();
  }

  /** A document with its bytes. */
  @Transactional(readOnly = true)
  public Opened open(ReadListing.Sight sight, UUID id) {
    Document document =
        documents
            .find(sight.listing().id(), id)
            .filter(it -> isShown(it, sight))
            .orElseThrow(NotFound::new);
    return new Opened(document, documents.content(id));
  }

  /** A document with its bytes. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Opened(Document document, byte[] content) {}

  /** Nothing but seven fields is shown of an application that is not laid open. */
  private boolean isShown(Document document, ReadListing.Sight sight) {
    boolean open = !RightLife.isAnyUnpublished(sight.listing().content().rights(), days.today());
    return sight.view() == ReadListing.View.INSIDE
        || (document.visibility() == Visibility.PUBLIC && open);
  }

  private Listing lock(Caller caller, UUID id) {
    Listing listing = listings.lock(id).orElseThrow(NotFound::new);
    Access.requireEditor(listing, caller);
    return listing;
  }

  private static Refusal unknownType() {
    return new Refusal(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE, "document-type", "listings.document-type.detail");
  }

  /** The last part of what may be a path, without what no file name holds. */
  private static String readable(@Nullable String name, FileType type) {
    String normal = Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFC);
    String last = normal.substring(Math.max(normal.lastIndexOf('/'), normal.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\"<>|:*?]", "").strip();
    int from = Math.max(0, clean.length() - MAX_NAME);
    boolean cutsOne = from > 0 && Character.isLowSurrogate(clean.charAt(from));
    String bare = clean.substring(cutsOne ? from + 1 : from).replaceFirst("^\\.+", "");
    if (bare.isEmpty()) {
      bare = "document." + type.name().toLowerCase(Locale.ROOT);
    }
    return bare;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
