package dev.musubi.profiles.mail;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {
  @Bean
  JavaMailSenderImpl smtp(MailSettings settings) {
    URI address = settings.smtp();
    boolean tls = "smtps".equals(address.getScheme());
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setProtocol(tls ? "smtps" : "smtp");
    sender.setHost(address.getHost());
    sender.setPort(address.getPort() > 0 ? address.getPort() : tls ? 465 : 587);
    sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
    Properties properties = sender.getJavaMailProperties();
    String prefix = "mail." + sender.getProtocol() + ".";
    properties.setProperty(prefix + "connectiontimeout", "5000");
    properties.setProperty(prefix + "timeout", "10000");
    properties.setProperty(prefix + "writetimeout", "10000");
    String user = address.getUserInfo();
    if (user != null) {
      String[] parts = user.split(":", 2);
      sender.setUsername(parts[0]);
      sender.setPassword(parts.length > 1 ? parts[1] : "");
      properties.setProperty(prefix + "auth", "true");
      // A password never goes out in the clear.
      properties.setProperty(prefix + "starttls.required", String.valueOf(!tls));
    }
    return sender;
  }
}
