package dev.musubi.web.page;

/**
 * How a page was asked for. A fragment is only sent to htmx itself; when it restores history it
 * needs the whole page.
 */
public record Htmx(boolean wantsFragment) {
  /** The whole template, or one fragment of it. */
  public String view(String template, String fragment) {
    return wantsFragment ? template + " :: " + fragment : template;
  }
}
