package dev.musubi.deals;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param answerWithin how long an owner has to answer an inquiry
 * @param remindEvery how often inquiries are looked through for overdue answers
 * @param zone in which days begin, for promises and rights that end on a day
 */
@Validated
@ConfigurationProperties(prefix = "musubi.deals", ignoreUnknownFields = false)
public record DealsSettings(
    @DefaultValue("14d") Duration answerWithin,
    @DefaultValue("5m") Duration remindEvery,
    @DefaultValue("Asia/Tokyo") @NotNull ZoneId zone) {
  public DealsSettings {
    if (answerWithin.isNegative() || answerWithin.isZero()) {
      throw new IllegalArgumentException("musubi.deals.answer-within must be longer than 0");
    }
    if (remindEvery.isNegative() || remindEvery.isZero()) {
      throw new IllegalArgumentException("musubi.deals.remind-every must be longer than 0");
    }
  }
}
