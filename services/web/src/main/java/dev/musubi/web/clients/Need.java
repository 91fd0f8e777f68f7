package dev.musubi.web.clients;

import dev.musubi.model.event.NeedState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A technology need as its owner sees it. */
public record Need(
    String id,
    @Nullable Long version,
    @Nullable String organisationId,
    @Nullable String state,
    @Nullable String lang,
    String title,
    String text,
    NeedState.@Nullable Elements elements,
    NeedState.@Nullable Constraints constraints,
    List<NeedState.Want> wants,
    NeedState.@Nullable Visibility visibility,
    NeedState.@Nullable Alerts alerts,
    boolean sample,
    @Nullable String changedAt) {

  /** Fills in what the service left out. */
  public Need {
    wants = Known.list(wants);
  }

  /** A page of them. */
  public record Page(List<Need> items, @Nullable String next) {
    /** Fills in what the service left out. */
    public Page {
      items = Known.list(items);
    }
  }
}
