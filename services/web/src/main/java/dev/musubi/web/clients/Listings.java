package dev.musubi.web.clients;

import dev.musubi.web.WebSettings;
import dev.musubi.web.door.Service;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Open patents: one's own, others', and imports. */
@Component
public class Listings {
  private static final String LISTINGS = "/api/v1/listings";
  private static final String IMPORTS = LISTINGS + "/imports";

  private final Upstream upstream;
  private final WebSettings settings;

  Listings(Upstream upstream, WebSettings settings) {
    this.upstream = upstream;
    this.settings = settings;
  }

  /** One listing. */
  public Answer<Listing> listing(Asker asker, String id) {
    return upstream.get(asker, Service.LISTINGS, LISTINGS + "/" + id, Listing.class);
  }

  /** The own organisation's. */
  public Answer<Listing.Page> own(Asker asker, @Nullable String state, @Nullable String cursor) {
    return upstream.get(
        asker,
        Service.LISTINGS,
        new Query().with("state", state).with("cursor", cursor).with("limit", 20).after(LISTINGS),
        Listing.Page.class);
  }

  /** What a listing lacks. */
  public Answer<Listing.Quality> quality(Asker asker, String id) {
    return upstream.get(
        asker, Service.LISTINGS, LISTINGS + "/" + id + "/quality", Listing.Quality.class);
  }

  /** A new draft. */
  public Answer<Listing> create(Asker asker, Map<String, Object> listing) {
    return upstream.create(asker, Service.LISTINGS, LISTINGS, listing, Listing.class);
  }

  /** A change made on a version. */
  public Answer<Listing> change(
      Asker asker, String id, Map<String, Object> listing, @Nullable String etag) {
    return upstream.change(
        asker,
        Service.LISTINGS,
        Upstream.Change.patch(LISTINGS + "/" + id, listing),
        etag,
        Listing.class);
  }

  /** Publishes; refused with every check that failed. */
  public Answer<JsonNode> publish(Asker asker, String id, @Nullable String etag) {
    return upstream.change(
        asker,
        Service.LISTINGS,
        Upstream.Change.post(LISTINGS + "/" + id + "/publish", null),
        etag,
        JsonNode.class);
  }

  /** Takes a listing off the market. */
  public Answer<JsonNode> withdraw(Asker asker, String id, String reason, @Nullable String etag) {
    return upstream.change(
        asker,
        Service.LISTINGS,
        Upstream.Change.post(LISTINGS + "/" + id + "/withdraw", Map.of("reason", reason)),
        etag,
        JsonNode.class);
  }

  /** Starts an import from a file on disk; it is streamed. */
  public Answer<ImportRun> startImport(Asker asker, Path file, String name, boolean publish)
      throws FileNotFoundException {
    Multipart form =
        new Multipart()
            .field("format", "auto")
            .field("publish", String.valueOf(publish))
            .file("file", name, file);
    return upstream.exchange(
        Service.LISTINGS,
        upstream
            .request(asker, Service.LISTINGS, IMPORTS)
            .timeout(settings.timeouts().upload())
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("Content-Type", form.contentType())
            .POST(form.body()),
        ImportRun.class);
  }

  /** Imports of the own organisation, newest first. */
  public Answer<ImportRun.Page> imports(Asker asker) {
    return upstream.get(asker, Service.LISTINGS, IMPORTS, ImportRun.Page.class);
  }

  /** Progress of one import. */
  public Answer<ImportRun> importRun(Asker asker, String id) {
    return upstream.get(asker, Service.LISTINGS, IMPORTS + "/" + id, ImportRun.class);
  }

  /** Rows that were not taken. */
  public Answer<ImportRun.Errors> importErrors(Asker asker, String id, @Nullable String cursor) {
    return upstream.get(
        asker,
        Service.LISTINGS,
        new Query().with("cursor", cursor).with("limit", 50).after(IMPORTS + "/" + id + "/errors"),
        ImportRun.Errors.class);
  }
}
