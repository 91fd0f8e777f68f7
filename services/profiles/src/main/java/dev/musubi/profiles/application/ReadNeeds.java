package dev.musubi.profiles.application;

import dev.musubi.http.Cursor;
import dev.musubi.http.NotFound;
import dev.musubi.http.Page;
import dev.musubi.http.PageQuery;
import dev.musubi.profiles.domain.Need;
import dev.musubi.profiles.persistence.Needs;
import dev.musubi.security.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Needs as far as the caller may see them. */
@Service
public class ReadNeeds {
  private final Needs needs;
  private final NeedAccess access;

  ReadNeeds(Needs needs, NeedAccess access) {
    this.needs = needs;
    this.access = access;
  }

  public Need one(UUID id, Caller caller) {
    Need need = needs.find(id).orElseThrow(NotFound::new);
    access.requireRead(caller, need);
    return need;
  }

  /** Own needs and those of firms that the caller acts for, the newest first. */
  public Page<Need> list(Need.@Nullable State state, PageQuery page, Caller caller) {
    UUID own = caller.organisation();
    if (own == null) {
      return new Page<>(List.of(), null);
    }
    Cursor cursor = page.cursor();
    UUID after = cursor == null ? null : cursor.uuid(0);
    return Page.of(
        needs.list(own, state, after, page.limitAndOne()),
        page.limit(),
        need -> Cursor.of(need.id()));
  }
}
