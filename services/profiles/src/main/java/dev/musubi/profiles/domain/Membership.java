package dev.musubi.profiles.domain;

import dev.musubi.model.MemberRole;
import java.time.Instant;
import java.util.UUID;

/** An account's place in an organisation. */
public record Membership(
    UUID account, UUID organisation, MemberRole role, long version, Instant since) {}
