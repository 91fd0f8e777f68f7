package dev.musubi.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every endpoint that exists, with every role: nobody gets to what is another's. */
public interface RoleContract {
  ApiUnderTest api();

  Tokens tokens();

  /** The organisation to which the objects belong. */
  UUID organisation();

  OrganisationKind kind();

  private List<String> where(Endpoint endpoint, String who, ApiAnswer answer, Integer... expected) {
    return List.of(expected).contains(answer.status())
        ? List.of()
        : List.of(endpoint + " answers " + who + " " + answer.status() + " " + answer.body());
  }

  @Test
  default void member_of_any_kind_never_gets_to_inner_endpoints() {
    List<String> wrong = new ArrayList<>();
    for (OrganisationKind kind : OrganisationKind.values()) {
      String token = tokens().token(UUID.randomUUID(), kind, MemberRole.ADMIN);
      for (Endpoint endpoint : api().endpoints()) {
        if (endpoint.isInner()) {
          boolean may = kind == OrganisationKind.ADMINISTRATOR && endpoint.isForAdministrators();
          wrong.addAll(
              where(
                  endpoint,
                  kind.name(),
                  api().call(endpoint, api().client(token)),
                  may ? 200 : 403));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  default void administrators_of_others_find_nothing_of_this_organisation() {
    List<String> wrong = new ArrayList<>();
    for (OrganisationKind kind : OrganisationKind.values()) {
      String token = tokens().token(UUID.randomUUID(), kind, MemberRole.ADMIN);
      for (Endpoint endpoint : api().endpoints()) {
        boolean closed = endpoint.isPublic() && !api().isOpen(endpoint);
        if (closed && endpoint.isOfOne() && !api().isShared(endpoint)) {
          wrong.addAll(
              where(endpoint, kind.name(), api().call(endpoint, api().client(token)), 404));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  default void viewer_changes_nothing_but_what_is_personal() {
    String viewer = tokens().token(organisation(), kind(), MemberRole.VIEWER);
    List<String> wrong = new ArrayList<>();
    for (Endpoint endpoint : api().endpoints()) {
      boolean closed = endpoint.isPublic() && !api().isOpen(endpoint);
      if (closed && !endpoint.reads() && !api().isPersonal(endpoint)) {
        wrong.addAll(
            where(endpoint, "a viewer", api().call(endpoint, api().client(viewer)), 403, 404));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  default void token_that_may_only_read_changes_nothing() {
    String reader = tokens().token(organisation(), kind(), MemberRole.ADMIN, "read");
    List<String> wrong = new ArrayList<>();
    for (Endpoint endpoint : api().endpoints()) {
      if (!endpoint.reads() && !api().isOpen(endpoint)) {
        wrong.addAll(where(endpoint, "a reader", api().call(endpoint, api().client(reader)), 403));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  default void token_without_one_of_our_scopes_opens_nothing() {
    String identity = tokens().token(organisation(), kind(), MemberRole.ADMIN, "openid");
    List<String> wrong = new ArrayList<>();
    for (Endpoint endpoint : api().endpoints()) {
      if (!api().isOpen(endpoint)) {
        wrong.addAll(
            where(endpoint, "an ID token", api().call(endpoint, api().client(identity)), 403));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  default void member_is_never_refused_for_lack_of_a_right_to_read_what_is_its_own() {
    String viewer = tokens().token(organisation(), kind(), MemberRole.VIEWER);
    List<String> wrong = new ArrayList<>();
    for (Endpoint endpoint : api().endpoints()) {
      if (endpoint.reads() && endpoint.isPublic() && endpoint.isOfOne()) {
        int status = api().call(endpoint, api().client(viewer)).status();
        if (status == 401 || status >= 500) {
          wrong.add(endpoint + " answers " + status);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
