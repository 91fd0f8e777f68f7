package dev.musubi.profiles.application;

import dev.musubi.profiles.ProfilesSettings;
import dev.musubi.profiles.domain.PasswordRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

@Configuration(proxyBeanMethods = false)
class ApplicationConfiguration {
  /** As fine as the database keeps it: what is written is what is read. */
  @Bean
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  }

  @Bean
  Links links(ProfilesSettings settings) {
    return new Links(settings.publicUrl());
  }

  /** Argon2id with 19 MiB, two passes, one lane: the OWASP password storage cheat sheet. */
  @Bean
  Passwords passwords() {
    return new Passwords(
        new Argon2PasswordEncoder(16, 32, 1, 19_456, 2), new PasswordRule(commonest()));
  }

  private static Set<String> commonest() {
    try {
      return new ClassPathResource("passwords/commonest.txt")
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
