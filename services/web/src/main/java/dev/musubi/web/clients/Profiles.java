package dev.musubi.web.clients;

import dev.musubi.web.door.Service;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Accounts, organisations and needs. */
@Component
public class Profiles {
  private static final String NEEDS = "/api/v1/needs";
  private final Upstream upstream;

  Profiles(Upstream upstream) {
    this.upstream = upstream;
  }

  /** Who asks. */
  public Answer<Me> me(Asker asker) {
    return upstream.get(asker, Service.PROFILES, "/api/v1/me", Me.class);
  }

  /** Own needs, and those of firms one acts for. */
  public Answer<Need.Page> needs(Asker asker, @Nullable String cursor) {
    return upstream.get(
        asker,
        Service.PROFILES,
        new Query().with("cursor", cursor).with("limit", 50).after(NEEDS),
        Need.Page.class);
  }

  /** One need. */
  public Answer<Need> need(Asker asker, String id) {
    return upstream.get(asker, Service.PROFILES, NEEDS + "/" + id, Need.class);
  }

  /** A new need, still a draft. */
  public Answer<Need> create(Asker asker, Map<String, Object> need) {
    return upstream.create(asker, Service.PROFILES, NEEDS, need, Need.class);
  }

  /** A changed need. */
  public Answer<Need> change(
      Asker asker, String id, Map<String, Object> need, @Nullable String etag) {
    return upstream.change(
        asker, Service.PROFILES, Upstream.Change.patch(NEEDS + "/" + id, need), etag, Need.class);
  }

  /** Moves a need on: activate, pause or close. */
  public Answer<JsonNode> move(Asker asker, String id, String verb, @Nullable String etag) {
    return upstream.change(
        asker,
        Service.PROFILES,
        Upstream.Change.post(NEEDS + "/" + id + "/" + verb, null),
        etag,
        JsonNode.class);
  }
}
