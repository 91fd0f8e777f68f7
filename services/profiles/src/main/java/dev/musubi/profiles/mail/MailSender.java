package dev.musubi.profiles.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits, a mail a transaction: what is sent is deleted, what fails comes again after a
 * growing pause. Killed between the two it sends a mail a second time rather than never.
 */
@Component
final class MailSender implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);
  private static final int MAX_ATTEMPTS = 40;
  private static final long POLL_SECONDS = 10;
  private static final Duration STOPPING = Duration.ofSeconds(4);

  private final Mails mails;
  private final JavaMailSender smtp;
  private final MailSettings settings;
  private final MessageSource texts;
  private final TransactionTemplate transaction;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean running;
  private volatile @Nullable Thread thread;

  MailSender(
      Mails mails,
      JavaMailSender smtp,
      MailSettings settings,
      MessageSource messageSource,
      TransactionTemplate transaction) {
    this.mails = mails;
    this.smtp = smtp;
    this.settings = settings;
    this.texts = messageSource;
    this.transaction = transaction;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void ordered(Mails.MailOrdered event) {
    wake.release();
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("mail-sender").start(this::run);
  }

  /** The mail that is on the wire is noted as sent, so that no next start sends it again. */
  @Override
  public void stop() {
    running = false;
    wake.release();
    Thread working = thread;
    try {
      if (working != null) {
        working.join(STOPPING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run() {
    while (running) {
      try {
        boolean more = Boolean.TRUE.equals(transaction.execute(_ -> sendNext()));
        if (!more && wake.tryAcquire(POLL_SECONDS, TimeUnit.SECONDS)) {
          wake.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        running = false;
      } catch (RuntimeException e) {
        LOG.warn("Waiting mails could not be read; the next attempt follows: {}", e.toString());
        pause();
      }
    }
  }

  private void pause() {
    try {
      wake.tryAcquire(POLL_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  private boolean sendNext() {
    Mails.Waiting mail = mails.next().orElse(null);
    if (mail == null) {
      return false;
    }
    try {
      smtp.send(message(mail.order()));
      mails.sent(mail.id());
    } catch (MailException | MessagingException | UnsupportedEncodingException e) {
      putOff(mail, e);
    }
    return true;
  }

  private void putOff(Mails.Waiting mail, Exception problem) {
    if (isFinal(problem) || mail.attempts() + 1 >= MAX_ATTEMPTS) {
      LOG.warn("Mail {} is given up: {}", mail.id(), problem.getClass().getSimpleName());
      mails.sent(mail.id());
      return;
    }
    Duration pause = Duration.ofSeconds(Math.min(3600, 5L << Math.min(10, mail.attempts())));
    LOG.warn("Mail {} comes again in {}: {}", mail.id(), pause, problem.getClass().getSimpleName());
    mails.failed(mail.id(), pause, problem.getClass().getSimpleName());
  }

  /** The receiving host refused the address itself: no later attempt will change that. */
  private static boolean isFinal(Exception problem) {
    return problem instanceof MailSendException failed
        && failed.getFailedMessages().values().stream()
            .anyMatch(
                cause ->
                    cause instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0);
  }

  private MimeMessage message(MailOrder order)
      throws MessagingException, UnsupportedEncodingException {
    Locale locale = Locale.forLanguageTag(order.lang());
    Object[] arguments = order.arguments().toArray();
    String key = "mail." + order.template().key();
    MimeMessage message = smtp.createMimeMessage();
    MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
    helper.setTo(order.recipient().value());
    helper.setFrom(sender(locale));
    helper.setSubject(texts.getMessage(key + ".subject", arguments, locale));
    helper.setText(texts.getMessage(key + ".body", arguments, locale));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("Content-Language", order.lang());
    return message;
  }

  /** The name that the settings give, or else the product's in the reader's language. */
  private InternetAddress sender(Locale locale)
      throws MessagingException, UnsupportedEncodingException {
    InternetAddress from = new InternetAddress(settings.from());
    if (from.getPersonal() == null) {
      from.setPersonal(
          texts.getMessage("mail.sender", null, locale), StandardCharsets.UTF_8.name());
    }
    return from;
  }
}
