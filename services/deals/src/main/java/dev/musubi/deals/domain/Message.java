package dev.musubi.deals.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * What one side wrote to the other.
 *
 * @param account who wrote it; shown to nobody on the other side
 * @param alone false when it came with an inquiry, an answer or the end of the talks
 */
public record Message(
    UUID id, UUID deal, Side side, String account, String text, Instant at, boolean alone) {}
