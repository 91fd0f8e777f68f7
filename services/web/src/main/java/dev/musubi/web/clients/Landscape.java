package dev.musubi.web.clients;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Open patents against needs, as matching draws them. */
public record Landscape(
    @Nullable String drawnAt,
    long listings,
    long needs,
    int looked,
    List<Group> groups,
    List<OfClass> classes) {

  /** Fills in what the service left out. */
  public Landscape {
    groups = Known.list(groups);
    classes = Known.list(classes);
  }

  /**
   * What is alike.
   *
   * @param x, y places between 0 and 1; what is alike lies near
   */
  public record Group(
      int number,
      @Nullable Words words,
      List<String> ipc,
      long listings,
      long needs,
      String balance,
      double x,
      double y) {
    /** Fills in what the service left out. */
    public Group {
      ipc = Known.list(ipc);
    }

    /** Telling words in a reader's language, or else in the other. */
    public List<String> wordsIn(String lang) {
      if (words == null) {
        return List.of();
      }
      List<String> own = lang.equals("ja") ? words.ja() : words.en();
      return own.isEmpty() ? (lang.equals("ja") ? words.en() : words.ja()) : own;
    }

    /** The language in which {@link #wordsIn} answers. */
    public String langOf(String lang) {
      if (words == null) {
        return lang;
      }
      boolean own = !(lang.equals("ja") ? words.ja() : words.en()).isEmpty();
      return own ? lang : (lang.equals("ja") ? "en" : "ja");
    }
  }

  /** By language. */
  public record Words(List<String> ja, List<String> en) {
    /** Fills in what the service left out. */
    public Words {
      ja = Known.list(ja);
      en = Known.list(en);
    }
  }

  /** A class of the IPC. */
  public record OfClass(String ipc, long listings, long needs, String balance) {}
}
