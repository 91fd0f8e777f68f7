package dev.musubi.profiles.application;

import dev.musubi.http.Refusal;
import dev.musubi.model.Ids;
import dev.musubi.profiles.domain.EmailAddress;
import dev.musubi.profiles.domain.Secret;
import dev.musubi.profiles.domain.Ticket;
import dev.musubi.profiles.persistence.Tickets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Gives out and takes back mailed links. */
@Component
class IssueTicket {
  private final Tickets tickets;
  private final JsonMapper mapper;
  private final Clock clock;

  IssueTicket(Tickets tickets, JsonMapper mapper, Clock clock) {
    this.tickets = tickets;
    this.mapper = mapper;
    this.clock = clock;
  }

  Secret issue(
      Ticket.Purpose purpose, EmailAddress email, @Nullable UUID organisation, Object content) {
    Secret secret = Secret.random();
    Instant now = clock.instant();
    tickets.insert(
        new Ticket(
            Ids.next(),
            purpose,
            email,
            organisation,
            mapper.writeValueAsString(content),
            now,
            now.plus(purpose.life())),
        secret);
    return secret;
  }

  /** Looks without taking. */
  Ticket look(String token, Ticket.Purpose purpose) {
    return tickets
        .find(new Secret(token), purpose, clock.instant())
        .orElseThrow(IssueTicket::worthless);
  }

  Ticket take(String token, Ticket.Purpose purpose) {
    return tickets
        .take(new Secret(token), purpose, clock.instant())
        .orElseThrow(IssueTicket::worthless);
  }

  <T> T content(Ticket ticket, Class<T> type) {
    return mapper.readValue(ticket.content(), type);
  }

  private static Refusal worthless() {
    return new Refusal(HttpStatus.GONE, "link-expired", "problem.link-expired.detail");
  }
}
