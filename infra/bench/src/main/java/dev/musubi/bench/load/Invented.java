package dev.musubi.bench.load;

import dev.musubi.matching.scoring.Script;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.ListingState.Classifications;
import dev.musubi.model.event.NeedState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Listings and needs around a text. */
public final class Invented {
  private static final Instant PUBLISHED = Instant.parse("2026-01-01T00:00:00Z");
  private static final UUID ORGANISATION = new UUID(0, 1);
  private static final int TITLE = 80;
  private static final ListingState.Right PATENT =
      new ListingState.Right(
          ListingState.Right.Kind.PATENT,
          "JP",
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          ListingState.Right.Status.GRANTED);

  private Invented() {}

  static UUID id(int number) {
    return new UUID(0x7000L, number + 1L);
  }

  /** Its title is the beginning of the text, as titles mostly say what comes. */
  public static ListingState listing(int number, String text) {
    var title = text.substring(0, Math.min(TITLE, text.length()));
    var language = Script.language(text).code();
    var texts = List.of(new ListingState.Text(language, title, null, null, null, null, null, text));
    return new ListingState(
        id(number),
        1,
        ORGANISATION,
        ListingState.State.PUBLISHED,
        texts,
        List.of(PATENT),
        List.of(),
        List.of(),
        Classifications.NONE,
        List.of(),
        List.of(),
        null,
        List.of(),
        null,
        null,
        null,
        true,
        true,
        PUBLISHED,
        PUBLISHED);
  }

  /** An active need that asks nothing but its text. */
  static NeedState need(int number, String text) {
    var none = List.<String>of();
    return new NeedState(
        id(number),
        1,
        ORGANISATION,
        NeedState.State.ACTIVE,
        Script.language(text).code(),
        "",
        text,
        new NeedState.Elements(none, none, none, none, none),
        new NeedState.Constraints(List.of(), none, null, null, none),
        List.of(NeedState.Want.LICENCE),
        NeedState.Visibility.PRIVATE,
        new NeedState.Alerts(NeedState.Alerts.Frequency.NEVER, 0),
        null,
        none,
        true,
        PUBLISHED,
        PUBLISHED);
  }
}
