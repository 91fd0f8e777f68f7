package dev.musubi.profiles;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the service. */
@SpringBootApplication
@EnableScheduling
@EnableConfigurationProperties(ProfilesSettings.class)
public class ProfilesApplication {
  public static void main(String[] args) {
    SpringApplication.run(ProfilesApplication.class, args);
  }
}
