package dev.musubi.listings.domain;

import java.util.List;

/**
 * Why a listing may not be published.
 *
 * @param code what failed; the text that people read, which says what to do next, is {@code
 *     listings.check.<code>}
 * @param pointer JSON pointer into the content to where it can be mended
 * @param args of the text
 */
public record FailedCheck(Code code, String pointer, List<String> args) {
  public FailedCheck {
    args = List.copyOf(args);
  }

  FailedCheck(Code code, String pointer, String... args) {
    this(code, pointer, List.of(args));
  }

  /** The checks. */
  public enum Code {
    /** No text with a title. */
    TITLE_MISSING,
    /** Nothing that explains the technology. */
    EXPLANATION_MISSING,
    /** No right. */
    RIGHT_MISSING,
    /** A right without any number. */
    NUMBER_MISSING,
    /** Every right has ended: nothing is left to license. */
    RIGHTS_ENDED,
    /** An application that is not laid open, without the owner's explicit wish. */
    UNPUBLISHED_NEEDS_OPT_IN,
    /** A co-owner's consent is not on record (Patent Act, article 73 paragraph 3). */
    CONSENT_MISSING,
    /** A co-owner refused. */
    CONSENT_REFUSED,
    /** The listing organisation holds nothing itself and has no mandate of those who do. */
    NOT_AN_OWNER,
    /** Nothing is offered. */
    OFFER_MISSING,
    /** The joint-research partner refused all that is offered. */
    PARTNER_REFUSED
  }
}
