package dev.musubi.listings.domain;

/**
 * Something in a content that cannot be.
 *
 * @param pointer JSON pointer (RFC 6901) into the content, as {@code /rights/0/applicationNumber}
 * @param code stable; the text that people read is {@code problem.field.<code>}
 */
public record Fault(String pointer, String code) {}
