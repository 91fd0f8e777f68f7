package dev.musubi.listings.imports;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A problem of a row, as it is kept for the person who made the file.
 *
 * @param seq order in which it was found
 * @param messageKey of the sentence that says what to do
 */
record RecordedProblem(
    long seq,
    long line,
    @Nullable String externalId,
    @Nullable UUID listingId,
    RowProblem.Severity severity,
    @Nullable String column,
    String messageKey,
    List<String> args,
    @Nullable String found) {}
