package dev.musubi.web.door;

import dev.musubi.web.WebSettings;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DoorConfiguration {
  @Bean
  ServletRegistrationBean<Door> doorServlet(
      WebSettings settings, Forwarder forwarder, RateLimits limits, Problems problems) {
    ServletRegistrationBean<Door> door =
        new ServletRegistrationBean<>(
            new Door(settings, forwarder, limits, problems),
            "/api/v1/*",
            "/oauth2/*",
            "/.well-known/*",
            "/userinfo",
            "/login",
            "/logout-authorization");
    door.setName("door");
    return door;
  }

  @Bean
  ServletRegistrationBean<OpenApiServlet> openApiServlet(OpenApi openApi) {
    ServletRegistrationBean<OpenApiServlet> servlet =
        new ServletRegistrationBean<>(new OpenApiServlet(openApi), "/api/v1/openapi.json");
    servlet.setName("openApi");
    return servlet;
  }
}
