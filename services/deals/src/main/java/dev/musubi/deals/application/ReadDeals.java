package dev.musubi.deals.application;

import dev.musubi.deals.domain.Message;
import dev.musubi.http.Cursor;
import dev.musubi.http.NotFound;
import dev.musubi.http.Page;
import dev.musubi.http.PageQuery;
import dev.musubi.security.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows deals to those who have a part in them. */
@Service
public class ReadDeals {
  private final DealReader reader;

  ReadDeals(DealReader reader) {
    this.reader = reader;
  }

  /**
   * @throws NotFound for everybody who has no part in it
   */
  @Transactional(readOnly = true)
  public Shown one(UUID id, Caller caller) {
    DealDetails details =
        reader.find(id, Participant.organisation(caller)).orElseThrow(NotFound::new);
    return new Shown(details, reader.messages(id));
  }

  public Page<DealDetails> list(@Nullable String stage, PageQuery page, Caller caller) {
    Cursor cursor = page.cursor();
    List<DealDetails> rows =
        reader.list(
            Participant.organisation(caller),
            stage,
            cursor == null ? null : cursor.uuid(0),
            page.limitAndOne());
    return Page.of(rows, page.limit(), it -> Cursor.of(it.deal().id()));
  }

  /** A deal with all that was written. */
  public record Shown(DealDetails details, List<Message> messages) {}
}
