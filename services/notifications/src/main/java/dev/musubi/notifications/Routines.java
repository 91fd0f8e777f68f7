package dev.musubi.notifications;

import dev.musubi.notifications.application.AddressMailings;
import dev.musubi.notifications.application.ForgetPersonalData;
import dev.musubi.notifications.application.GatherMemberDigests;
import dev.musubi.notifications.application.GatherPublicDigests;
import dev.musubi.notifications.application.SendMails;
import dev.musubi.notifications.application.Signals;
import dev.musubi.notifications.application.TellFirstLists;
import dev.musubi.notifications.mail.SmtpLine;
import dev.musubi.notifications.stream.AlertStreams;
import dev.musubi.notifications.stream.RedisSignals;
import dev.musubi.notifications.webhooks.CallWebhooks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Everything that this service does by itself. Each may run in any number of instances at once. */
@Component
final class Routines implements SmartLifecycle, DisposableBean {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  /** For all of them together. */
  private static final Duration STOPPING = Duration.ofSeconds(4);

  private final List<Routine> routines = new ArrayList<>();
  private final List<SmtpLine> lines = new ArrayList<>();

  Routines(
      Signals signals,
      AddressMailings address,
      SendMails send,
      Supplier<SmtpLine> smtpLines,
      CallWebhooks call,
      TellFirstLists firstLists,
      GatherMemberDigests memberDigests,
      GatherPublicDigests publicDigests,
      ForgetPersonalData forget,
      AlertStreams streams,
      RedisSignals redis,
      NotificationsSettings settings) {
    Routine addressing = add(Routine.every("address-mailings", SOON, address::run));
    signals.onMailing(addressing::wake);
    for (int n = 1; n <= settings.mail().connections(); n++) {
      SmtpLine line = smtpLines.get();
      lines.add(line);
      Routine sending = add(new Routine("mails-" + n, SOON, () -> batch(send, line)));
      signals.onMail(sending::wake);
    }
    add(Routine.every("take-back-mails", SOON, send::takeBack));
    Routine calling = add(Routine.every("webhooks", SOON, call::run));
    signals.onCall(calling::wake);
    add(Routine.every("first-lists", SECOND, firstLists::run));
    add(Routine.every("member-digests", MINUTE, memberDigests::run));
    add(Routine.every("public-digests", MINUTE, publicDigests::run));
    add(Routine.every("forget-personal-data", HOUR, forget::run));
    add(Routine.every("redis", SOON, redis::connect));
    add(Routine.every("alert-streams", settings.stream().poll(), streams::poll));
  }

  private Routine add(Routine routine) {
    routines.add(routine);
    return routine;
  }

  private static boolean batch(SendMails send, SmtpLine line) {
    boolean more = send.batch(line);
    line.closeIfIdle();
    return more;
  }

  @Override
  public void start() {
    routines.forEach(Routine::start);
  }

  /** All are told first, so that they come to their ends together. */
  @Override
  public void stop() {
    routines.forEach(Routine::end);
    long end = System.nanoTime() + STOPPING.toNanos();
    routines.forEach(it -> it.stop(Duration.ofNanos(Math.max(1, end - System.nanoTime()))));
  }

  @Override
  public boolean isRunning() {
    return routines.stream().anyMatch(Routine::isRunning);
  }

  @Override
  public void destroy() {
    lines.forEach(SmtpLine::close);
  }
}
