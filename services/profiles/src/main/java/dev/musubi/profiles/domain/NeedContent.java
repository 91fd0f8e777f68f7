package dev.musubi.profiles.domain;

import dev.musubi.model.event.NeedState;
import java.util.List;

/** What a firm says about a need. */
public record NeedContent(
    String lang,
    String title,
    String text,
    NeedState.Elements elements,
    NeedState.Constraints constraints,
    List<NeedState.Want> wants,
    NeedState.Visibility visibility,
    NeedState.Alerts alerts) {
  public NeedContent {
    wants = List.copyOf(wants);
  }
}
