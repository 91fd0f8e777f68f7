package dev.musubi.listings;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service that owns open patents. */
@SpringBootApplication
@EnableScheduling
public class ListingsApplication {
  /** Starts the service; every address comes from the environment. */
  public static void main(String[] args) {
    SpringApplication.run(ListingsApplication.class, args);
  }
}
