package dev.musubi.notifications;

import dev.musubi.notifications.domain.ConsentForm;
import dev.musubi.notifications.domain.KeyedHash;
import dev.musubi.notifications.domain.Tokens;
import dev.musubi.notifications.mail.Letters;
import dev.musubi.notifications.mail.Links;
import dev.musubi.notifications.mail.Sender;
import dev.musubi.notifications.mail.SmtpLine;
import dev.musubi.notifications.mail.SmtpServer;
import dev.musubi.notifications.webhooks.AddressGuard;
import dev.musubi.notifications.webhooks.WebhookAddress;
import dev.musubi.notifications.webhooks.WebhookClient;
import dev.musubi.notifications.wording.Glosses;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Parts that stand on settings alone. */
@Configuration(proxyBeanMethods = false)
class Parts {

  @Bean
  @ConditionalOnMissingBean
  InstantSource clock() {
    return Clock.systemUTC();
  }

  @Bean
  TransactionTemplate transaction(PlatformTransactionManager manager) {
    return new TransactionTemplate(manager);
  }

  @Bean
  KeyedHash keyedHash(NotificationsSettings settings) {
    return new KeyedHash(settings.tokenSecret());
  }

  @Bean
  Tokens tokens(KeyedHash hash) {
    return new Tokens(hash);
  }

  @Bean
  Links links(NotificationsSettings settings) {
    return new Links(settings.publicUrl().toString());
  }

  @Bean
  Glosses glosses() {
    return new Glosses();
  }

  @Bean
  Letters letters(Links links, NotificationsSettings settings, Glosses glosses) {
    NotificationsSettings.Mail mail = settings.mail();
    String bare = from(mail).bare();
    String contact = mail.contact().isBlank() ? bare : mail.contact();
    Sender sender =
        new Sender(mail.senderNameJa(), mail.senderNameEn(), mail.senderAddress(), contact);
    return new Letters(links, sender, settings.zone(), glosses);
  }

  /** Makes a line for each worker. */
  @Bean
  Supplier<SmtpLine> smtpLines(NotificationsSettings settings, Links links, InstantSource clock) {
    NotificationsSettings.Mail mail = settings.mail();
    SmtpServer server = SmtpServer.parse(mail.smtp(), mail.timeout());
    SmtpLine.From from = from(mail);
    return () -> new SmtpLine(server, from, links.about(), clock);
  }

  private static SmtpLine.From from(NotificationsSettings.Mail mail) {
    return SmtpLine.From.parse(mail.from(), mail.senderNameEn());
  }

  @Bean
  ConsentForm.All consentForms() throws IOException {
    try (InputStream file = new ClassPathResource("consent-forms.json").getInputStream()) {
      List<ConsentForm> forms =
          JsonMapper.builder().build().readValue(file, new TypeReference<List<ConsentForm>>() {});
      return new ConsentForm.All(forms);
    }
  }

  @Bean
  AddressGuard addressGuard(NotificationsSettings settings) {
    return new AddressGuard(settings.webhook().allowedNetworks());
  }

  @Bean
  WebhookAddress webhookAddress(NotificationsSettings settings, AddressGuard guard) {
    return new WebhookAddress(settings.webhook().plainHttp(), guard);
  }

  @Bean
  WebhookClient webhookClient(NotificationsSettings settings, AddressGuard guard) {
    NotificationsSettings.Webhook webhook = settings.webhook();
    return new WebhookClient(guard, webhook.timeout(), webhook.workers());
  }
}
