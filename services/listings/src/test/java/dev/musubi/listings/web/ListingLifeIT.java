package dev.musubi.listings.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.listings.Answer;
import dev.musubi.listings.Client;
import dev.musubi.listings.Samples;
import dev.musubi.listings.ServiceTest;
import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ListingLifeIT extends ServiceTest {
  private static final String LISTINGS = "/api/v1/listings";

  @Test
  void a_draft_is_published_seen_by_all_changed_and_withdrawn() {
    UUID org = organisation("みほん大学");
    Client tlo = editor(org);
    Answer draft = tlo.create(LISTINGS, Samples.complete());
    assertThat(draft.status()).as(draft.text()).isEqualTo(201);
    assertThat(draft.at("/state").asString()).isEqualTo("DRAFT");
    assertThat(draft.header("Location")).isEqualTo(LISTINGS + "/" + draft.id());
    String path = LISTINGS + "/" + draft.id();
    assertThat(anybody().get(path).status()).isEqualTo(404);

    Answer published = tlo.post(path + "/publish", null, "If-Match", draft.etag());
    assertThat(published.status()).as(published.text()).isEqualTo(200);

    Answer seen = anybody().get(path);
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.at("/rights/0/printed/registration").asString()).isEqualTo("特許第7123456号");
    assertThat(seen.at("/rights/0/link").asString()).contains("JP-7123456/15/ja");
    assertThat(seen.at("/organisation/name").asString()).isEqualTo("みほん大学");
    assertThat(seen.at("/prefecture").asString()).isEqualTo("27");
    assertThat(seen.at("/fields/0").asString()).isEqualTo("MACHINERY");
    assertThat(seen.at("/own").isObject()).isFalse();

    Answer changed = tlo.patch(path, "{\"trl\": 7, \"prefecture\": \"東京都\"}", published.etag());
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.at("/trl").asInt()).isEqualTo(7);
    assertThat(changed.at("/prefecture").asString()).isEqualTo("13");
    assertThat(tlo.patch(path, "{\"trl\": 8}", published.etag()).status()).isEqualTo(412);

    Answer withdrawn = tlo.post(path + "/withdraw", "{\"reason\": \"内容を見直すため\"}");
    assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
    assertThat(anybody().get(path).status()).isEqualTo(410);
    assertThat(tlo.get(path).at("/own/reason").asString()).isEqualTo("内容を見直すため");

    Answer versions = tlo.get(path + "/versions");
    assertThat(versions.json().path("items").valueStream().map(v -> v.path("action").asString()))
        .containsExactly("WITHDRAWN", "EDITED", "PUBLISHED", "DRAFTED");
    assertThat(versions.at("/items/1/changed").toString()).contains("/trl").contains("/prefecture");
    assertThat(versions.at("/items/1/before/trl").asInt()).isEqualTo(6);
  }

  @Test
  void a_viewer_may_look_but_not_change() {
    UUID org = organisation("みほん大学");
    Answer draft = editor(org).create(LISTINGS, Samples.complete());
    Client viewer = member(org, OrganisationKind.OWNER, MemberRole.VIEWER);
    String path = LISTINGS + "/" + draft.id();
    assertThat(viewer.get(path).status()).isEqualTo(200);
    assertThat(viewer.patch(path, "{\"trl\": 1}", draft.etag()).status()).isEqualTo(403);
    assertThat(viewer.create(LISTINGS, Samples.complete()).status()).isEqualTo(403);
  }
}
