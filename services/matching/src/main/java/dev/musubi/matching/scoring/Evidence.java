package dev.musubi.matching.scoring;

/**
 * Words of a question that met words of a document.
 *
 * @param leg that found it
 * @param where field of the document
 * @param questionWord as it stands in the question
 * @param documentWord as it stands in the document
 * @param weight share in the leg's score, 0 to 1
 */
public record Evidence(
    String leg, String where, String questionWord, String documentWord, double weight) {}
