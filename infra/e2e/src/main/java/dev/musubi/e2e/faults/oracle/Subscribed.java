package dev.musubi.e2e.faults.oracle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-up for a digest, as far as it is known.
 *
 * @param requests how often it was asked for; each acknowledged one brings one mail
 * @param unsure whether there were requests of unknown outcome
 * @param leaving whether its end was asked for, acknowledged or not
 * @param ended when its end was acknowledged, or null
 */
public record Subscribed(
    String email,
    int requests,
    boolean unsure,
    boolean confirmed,
    boolean leaving,
    @Nullable Instant ended) {

  /** Of which nothing is acknowledged yet. */
  public static Subscribed of(String email) {
    return new Subscribed(email, 0, false, false, false, null);
  }

  public Subscribed requested() {
    return new Subscribed(email, requests + 1, unsure, confirmed, leaving, ended);
  }

  /** Nobody answered. */
  public Subscribed maybeRequested() {
    return new Subscribed(email, requests, true, confirmed, leaving, ended);
  }

  public Subscribed confirm() {
    return new Subscribed(email, requests, unsure, true, leaving, ended);
  }

  /** Its end is about to be asked for. */
  public Subscribed leaves() {
    return new Subscribed(email, requests, unsure, confirmed, true, null);
  }

  /** Its end was acknowledged. */
  public Subscribed left(Instant when) {
    return new Subscribed(email, requests, unsure, confirmed, true, when);
  }
}
