package dev.musubi.notifications.mail;

import dev.musubi.model.Language;
import org.jspecify.annotations.Nullable;

/**
 * Who reads a mail.
 *
 * @param name as the person wishes to be addressed, or null when it is not known
 * @param token by which this person stops mails of this kind, or null when the law does not ask for
 *     it because the mail belongs to a deal or was just asked for
 */
public record Reader(Language language, @Nullable String name, @Nullable String token) {}
