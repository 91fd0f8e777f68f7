package dev.musubi.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks of a list: {@code ?cursor=&limit=}. A controller parameter of this type is
 * read, checked and documented.
 *
 * @param limit 1 to 100, 20 when not given
 */
public record PageQuery(@Nullable Cursor cursor, int limit) {
  public static final int DEFAULT_LIMIT = 20;
  public static final int MAX_LIMIT = 100;

  /** How many rows to read to know whether there is another page. */
  public int limitAndOne() {
    return limit + 1;
  }

  /**
   * @throws InvalidParameter for a limit that is no number from 1 to 100, or a foreign cursor
   */
  public static PageQuery parse(@Nullable String cursor, @Nullable String limit) {
    List<FieldError> wrong = new ArrayList<>();
    Cursor from = null;
    int most = DEFAULT_LIMIT;
    try {
      from = cursor == null || cursor.isBlank() ? null : Cursor.decode(cursor);
    } catch (InvalidParameter e) {
      wrong.addAll(e.errors());
    }
    try {
      most = limit(limit);
    } catch (InvalidParameter e) {
      wrong.addAll(e.errors());
    }
    if (!wrong.isEmpty()) {
      throw new InvalidParameter(wrong);
    }
    return new PageQuery(from, most);
  }

  private static int limit(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return DEFAULT_LIMIT;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw new InvalidParameter(new FieldError("limit", "range", 1, MAX_LIMIT));
    }
    throw new InvalidParameter(new FieldError("limit", "range", 1, MAX_LIMIT));
  }
}
