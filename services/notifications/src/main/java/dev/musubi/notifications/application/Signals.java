package dev.musubi.notifications.application;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes who waits for work, once the transaction that made the work is committed. A lost signal
 * costs time and nothing else: everyone who listens also looks by itself now and then.
 */
@Component
public class Signals {
  private final List<Consumer<UUID>> alerts = new CopyOnWriteArrayList<>();
  private final List<Runnable> mailings = new CopyOnWriteArrayList<>();
  private final List<Runnable> mails = new CopyOnWriteArrayList<>();
  private final List<Runnable> calls = new CopyOnWriteArrayList<>();

  /** Calls back with an organisation that has a new alert. */
  public void onAlert(Consumer<UUID> listener) {
    alerts.add(listener);
  }

  /** Calls back when a mailing waits for its people. */
  public void onMailing(Runnable listener) {
    mailings.add(listener);
  }

  /** Calls back when a mail waits. */
  public void onMail(Runnable listener) {
    mails.add(listener);
  }

  /** Calls back when a call of a webhook waits. */
  public void onCall(Runnable listener) {
    calls.add(listener);
  }

  void alert(UUID organisation) {
    committed(() -> alerts.forEach(listener -> listener.accept(organisation)));
  }

  void mailing() {
    committed(() -> mailings.forEach(Runnable::run));
  }

  void mail() {
    committed(() -> mails.forEach(Runnable::run));
  }

  void call() {
    committed(() -> calls.forEach(Runnable::run));
  }

  private static void committed(Runnable work) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      work.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }
}
