package dev.musubi.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param maxBody largest JSON body that is read
 * @param idempotencyKeep how long a repeated request gets the first answer again
 */
@ConfigurationProperties(prefix = "musubi.http", ignoreUnknownFields = false)
record HttpProperties(
    @DefaultValue("1MB") DataSize maxBody, @DefaultValue("2d") Duration idempotencyKeep) {}
