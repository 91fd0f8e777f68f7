package dev.musubi.deals;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class DealsApplication {
  /** Settings come from the environment, see {@code application.yml}. */
  public static void main(String[] args) {
    SpringApplication.run(DealsApplication.class, args);
  }
}
