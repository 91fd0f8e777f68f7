package dev.musubi.matching.scoring;

/**
 * A document that a leg found.
 *
 * @param raw score on the leg's own scale
 */
public record Candidate(String id, double raw) {}
