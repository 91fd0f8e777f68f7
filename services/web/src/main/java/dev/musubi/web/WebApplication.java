package dev.musubi.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The pages people see, and the single public door. */
@SpringBootApplication
@EnableConfigurationProperties(WebSettings.class)
public class WebApplication {
  /** Starts the service; settings come from the environment, see {@code application.yml}. */
  public static void main(String[] arguments) {
    SpringApplication.run(WebApplication.class, arguments);
  }
}
