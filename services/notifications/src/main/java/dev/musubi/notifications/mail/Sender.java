package dev.musubi.notifications.mail;

/**
 * Who is named as the sender in every mail, as the act on specified electronic mail demands.
 *
 * @param nameJa formal name in Japanese
 * @param nameEn formal name in English
 * @param address postal address, or empty when the page about the sender gives it
 * @param contact where questions and complaints go
 */
public record Sender(String nameJa, String nameEn, String address, String contact) {}
