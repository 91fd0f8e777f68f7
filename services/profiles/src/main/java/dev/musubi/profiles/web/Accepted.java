package dev.musubi.profiles.web;

/**
 * The request goes on by mail.
 *
 * @param next stable: what happens now
 */
record Accepted(String next) {
  static final Accepted MAILED = new Accepted("mail-sent-if-possible");
}
