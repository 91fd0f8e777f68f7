package dev.musubi.notifications;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts the service. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationsSettings.class)
public class NotificationsApplication {
  /** Starts it with settings from the environment. */
  public static void main(String[] args) {
    SpringApplication.run(NotificationsApplication.class, args);
  }
}
