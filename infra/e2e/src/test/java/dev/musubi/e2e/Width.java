package dev.musubi.e2e;

/** Of the window. */
enum Width {
  PHONE(360),
  WIDE(1440);

  private final int pixels;

  Width(int pixels) {
    this.pixels = pixels;
  }

  int pixels() {
    return pixels;
  }
}
