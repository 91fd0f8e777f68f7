package dev.musubi.profiles.login;

import dev.musubi.http.Refusal;
import dev.musubi.security.Caller;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets the operator change the key that signs tokens. */
@RestController
@Hidden
class KeyController {
  private final SigningKeys keys;

  KeyController(SigningKeys keys) {
    this.keys = keys;
  }

  @PostMapping("/internal/keys/rotations")
  Map<String, String> rotate(Caller caller) {
    if (!caller.isOperator()) {
      throw new Refusal(HttpStatus.FORBIDDEN, "forbidden", "problem.status.403.detail");
    }
    return Map.of("kid", keys.rotate());
  }
}
