package dev.musubi.messaging.outbox;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Parked keys for operators: list, release, drop. */
@RestController
@RequestMapping("/internal/messaging/parked")
final class ParkedKeysController {
  private static final String OPERATOR = "SCOPE_operator";

  private final ParkedKeys keys;

  ParkedKeysController(ParkedKeys keys) {
    this.keys = keys;
  }

  @GetMapping
  Parked list() {
    operator();
    return new Parked(keys.all());
  }

  @PostMapping("/release")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void release(@RequestBody Order order) {
    String operator = operator();
    if (!keys.release(required(order.topic()), required(order.key()), operator)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "This key is not parked.");
    }
  }

  /** The event's id is asked for so that nothing is dropped that the operator has not seen. */
  @PostMapping("/drop")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void drop(@RequestBody Order order) {
    String operator = operator();
    UUID event = order.eventId();
    if (event == null) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "Name the event to drop by its eventId.");
    }
    switch (keys.drop(required(order.topic()), required(order.key()), event, operator)) {
      case DONE -> {}
      case NOT_PARKED ->
          throw new ResponseStatusException(HttpStatus.NOT_FOUND, "This key is not parked.");
      case OTHER_EVENT ->
          throw new ResponseStatusException(
              HttpStatus.CONFLICT, "Another event is refused now: look at the list again.");
    }
  }

  /** The chain lets services in too; what is lost for ever is for people to decide. */
  private static String operator() {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    if (caller == null
        || caller.getAuthorities().stream().noneMatch(it -> OPERATOR.equals(it.getAuthority()))) {
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, "This needs a token with the scope operator.");
    }
    return caller.getName();
  }

  private static String required(@Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Name the topic and the key.");
    }
    return value;
  }

  record Parked(List<ParkedKeys.ParkedKey> items) {}

  record Order(@Nullable String topic, @Nullable String key, @Nullable UUID eventId) {}
}
