package dev.musubi.profiles.domain;

import java.time.Instant;
import java.util.UUID;

/** A firm lets a broker see and edit its needs. */
public record Mandate(UUID id, UUID firm, UUID broker, Instant grantedAt) {}
