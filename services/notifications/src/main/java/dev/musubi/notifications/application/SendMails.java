package dev.musubi.notifications.application;

import dev.musubi.notifications.NotificationsSettings;
import dev.musubi.notifications.application.PrepareMail.Prepared;
import dev.musubi.notifications.domain.GrowingPause;
import dev.musubi.notifications.mail.OutgoingMail;
import dev.musubi.notifications.mail.SmtpLine;
import dev.musubi.notifications.mail.SmtpLine.Result;
import dev.musubi.notifications.persistence.Deliveries;
import dev.musubi.notifications.persistence.Deliveries.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends mails that wait, a batch at a time over one connection. Each mail's row is locked while it
 * is on the wire and its end is committed right after the server has taken it; see RATIONALE.md for
 * what that can promise and what nobody can.
 */
@Component
public class SendMails {
  private static final Logger LOG = LoggerFactory.getLogger(SendMails.class);
  private static final Duration PROFILES_AWAY = Duration.ofSeconds(15);

  private final Deliveries deliveries;
  private final PrepareMail prepare;
  private final SettleMail settle;
  private final TransactionTemplate transaction;
  private final NotificationsSettings.Mail settings;
  private final GrowingPause pause;

  SendMails(
      Deliveries deliveries,
      PrepareMail prepare,
      SettleMail settle,
      TransactionTemplate transaction,
      NotificationsSettings settings) {
    this.deliveries = deliveries;
    this.prepare = prepare;
    this.settle = settle;
    this.transaction = transaction;
    this.settings = settings.mail();
    this.pause = new GrowingPause(this.settings.pause(), this.settings.longestPause());
  }

  /** Gives back mails whose sender is gone. */
  public void takeBack() {
    int taken = deliveries.takeBack();
    if (taken > 0) {
      LOG.warn("{} mails were left by an instance that is gone; they are sent by others", taken);
    }
  }

  /**
   * Sends a batch over this line.
   *
   * @return whether there may be more, and the server is there to take it
   */
  public boolean batch(SmtpLine line) {
    UUID claim = UUID.randomUUID();
    List<Delivery> claimed = deliveries.claim(claim, settings.batch(), settings.lease());
    boolean reachable = true;
    for (Delivery delivery : claimed) {
      if (reachable) {
        reachable = one(delivery, claim, line);
      } else {
        deliveries.later(delivery.id(), claim, settings.pause(), "the mail server is away", false);
      }
    }
    return reachable && claimed.size() == settings.batch();
  }

  private boolean one(Delivery delivery, UUID claim, SmtpLine line) {
    try {
      return switch (prepare.prepare(delivery)) {
        case Prepared.Ready ready -> send(delivery, claim, ready.mail(), line);
        case Prepared.Drop drop -> {
          held(delivery, claim, () -> settle.dropped(delivery, drop.outcome(), drop.why()));
          yield true;
        }
        case Prepared.Wait wait -> {
          deliveries.later(delivery.id(), claim, PROFILES_AWAY, wait.why(), false);
          yield true;
        }
      };
    } catch (RuntimeException broken) {
      // One mail that cannot be written must not hold up the others.
      LOG.error("Mail {} could not be prepared or settled", delivery.id(), broken);
      String why = broken.getClass().getSimpleName();
      held(delivery, claim, () -> again(delivery, claim, why));
      return true;
    }
  }

  private boolean send(Delivery delivery, UUID claim, OutgoingMail mail, SmtpLine line) {
    Result.Away away = line.connect();
    if (away != null) {
      LOG.warn("The mail server is away: {}", away.told());
      deliveries.later(delivery.id(), claim, settings.pause(), away.told(), false);
      return false;
    }
    Boolean reachable =
        transaction.execute(
            status ->
                !deliveries.hold(delivery.id(), claim)
                    || settled(delivery, claim, mail, line.send(mail)));
    return Boolean.TRUE.equals(reachable);
  }

  private boolean settled(Delivery delivery, UUID claim, OutgoingMail mail, Result result) {
    switch (result) {
      case Result.Accepted accepted -> settle.sent(delivery);
      case Result.HardBounce bounce -> settle.bounced(delivery, mail.to(), bounce.told());
      case Result.Refused refused -> settle.failed(delivery, refused.told());
      case Result.Later later -> again(delivery, claim, later.told());
      case Result.Away away -> {
        deliveries.later(delivery.id(), claim, settings.pause(), away.told(), false);
        return false;
      }
    }
    return true;
  }

  private void again(Delivery delivery, UUID claim, String why) {
    if (delivery.attempts() >= settings.attempts()) {
      settle.failed(delivery, why);
    } else {
      deliveries.later(delivery.id(), claim, pause.after(delivery.attempts()), why, true);
    }
  }

  private void held(Delivery delivery, UUID claim, Runnable work) {
    transaction.executeWithoutResult(
        status -> {
          if (deliveries.hold(delivery.id(), claim)) {
            work.run();
          }
        });
  }
}
