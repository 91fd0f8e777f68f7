package dev.musubi.matching.scoring;

import dev.musubi.model.Language;

/**
 * A term of a question.
 *
 * @param text as the index has it, after stemming
 * @param surface as it stands in the question
 * @param weight in the query
 * @param idf when the question was read
 * @param documents that had it then
 */
public record Term(
    String text, Language language, String surface, double weight, double idf, long documents) {}
