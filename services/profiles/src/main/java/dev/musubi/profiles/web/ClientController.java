package dev.musubi.profiles.web;

import dev.musubi.http.ApiBody;
import dev.musubi.model.MemberRole;
import dev.musubi.profiles.application.IssueApiClient;
import dev.musubi.profiles.domain.ApiClient;
import dev.musubi.profiles.persistence.ApiClients;
import dev.musubi.security.Caller;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organisations/{organisation}/clients")
class ClientController {
  private final IssueApiClient issue;
  private final ApiClients clients;

  ClientController(IssueApiClient issue, ApiClients clients) {
    this.issue = issue;
    this.clients = clients;
  }

  /** What a program may do; it never administers, so that a lost secret cannot make others. */
  enum Role {
    EDITOR,
    VIEWER
  }

  record ClientInput(
      @NotBlank @Size(max = 100) @Nullable String name, @NotNull @Nullable Role role) {}

  record Client(String id, String name, MemberRole role, Set<String> scopes, Instant createdAt) {
    static Client of(ApiClient client) {
      return new Client(
          client.id(), client.name(), client.role(), client.scopes(), client.createdAt());
    }
  }

  /**
   * @param secret shown this once
   */
  record NewClient(
      String id,
      String secret,
      String name,
      MemberRole role,
      Set<String> scopes,
      Instant createdAt) {}

  @GetMapping
  List<Client> list(@PathVariable UUID organisation, Caller caller) {
    Access.requireAdmin(caller, organisation);
    return clients.of(organisation).stream().map(Client::of).toList();
  }

  /** Without an idempotency key: its answer would have to be kept, and the secret is not kept. */
  @PostMapping
  ResponseEntity<NewClient> issue(
      @PathVariable UUID organisation, @ApiBody ClientInput input, Caller caller) {
    Access.requireAdmin(caller, organisation);
    Access.account(caller);
    Role role = Objects.requireNonNull(input.role());
    Set<String> scopes = role == Role.EDITOR ? Set.of("read", "write") : Set.of("read");
    IssueApiClient.Issued issued =
        issue.issue(
            organisation,
            Texts.line(input.name()),
            MemberRole.valueOf(role.name()),
            scopes,
            caller.subject());
    ApiClient client = issued.client();
    return ResponseEntity.created(
            URI.create("/api/v1/organisations/" + organisation + "/clients/" + client.id()))
        .body(
            new NewClient(
                client.id(),
                issued.secret().text(),
                client.name(),
                client.role(),
                client.scopes(),
                client.createdAt()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable UUID organisation, @PathVariable String id, Caller caller) {
    Access.requireAdmin(caller, organisation);
    issue.withdraw(organisation, id, caller.subject());
  }
}
