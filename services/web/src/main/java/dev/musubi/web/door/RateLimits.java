package dev.musubi.web.door;

import dev.musubi.web.WebSettings;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How many requests a minute. An account is only believed when its token is genuine: else anybody
 * could use up another's share, or escape by inventing accounts.
 */
@Component
public class RateLimits {
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final WebSettings.Limits limits;
  private final Buckets buckets;
  private final Accounts accounts;
  private final Map<Long, BucketConfiguration> configurations = new ConcurrentHashMap<>();

  RateLimits(WebSettings settings, Buckets buckets, Accounts accounts) {
    this.limits = settings.limits();
    this.buckets = buckets;
    this.accounts = accounts;
  }

  /** Zero when the request may pass, else after how many seconds to try again. */
  public long secondsToWait(HttpServletRequest request) {
    Share share = shareOf(request);
    ConsumptionProbe probe = buckets.take(share.key(), configuration(share.perMinute()));
    return probe.isConsumed() ? 0 : Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L);
  }

  private Share shareOf(HttpServletRequest request) {
    String path = request.getRequestURI();
    boolean writes = request.getMethod().equals("POST");
    String address = request.getRemoteAddr();
    if (writes && (path.equals("/login") || path.startsWith("/oauth2/"))) {
      return new Share("login:" + address, limits.login());
    }
    if (writes && (path.startsWith("/api/v1/subscriptions") || path.equals("/digest"))) {
      return new Share("signup:" + address, limits.signUp());
    }
    return accounts
        .of(request)
        .map(
            account ->
                account.operator()
                    ? new Share("operator:" + account.subject(), limits.operator())
                    : new Share("account:" + account.subject(), limits.account()))
        .orElseGet(() -> new Share("address:" + address, limits.address()));
  }

  private BucketConfiguration configuration(long perMinute) {
    return configurations.computeIfAbsent(
        perMinute,
        capacity ->
            BucketConfiguration.builder()
                .addLimit(
                    Bandwidth.builder().capacity(capacity).refillGreedy(capacity, PERIOD).build())
                .build());
  }

  private record Share(String key, long perMinute) {}
}
