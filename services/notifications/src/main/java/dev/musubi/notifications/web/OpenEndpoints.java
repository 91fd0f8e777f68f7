package dev.musubi.notifications.web;

import dev.musubi.security.PublicEndpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What needs no access token: sign-up and what is done by the tokens of mails. */
@Configuration(proxyBeanMethods = false)
class OpenEndpoints {
  @Bean
  PublicEndpoints openSubscriptions() {
    return door ->
        door.post(
                "/api/v1/subscriptions",
                "/api/v1/subscriptions/confirmations",
                "/api/v1/subscriptions/unsubscriptions")
            .get("/api/v1/subscriptions/form")
            .any("/api/v1/subscriptions/tokens/*");
  }
}
