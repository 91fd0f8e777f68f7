package dev.musubi.testkit;

/** A fresh database with one role, which owns the schema of its name and finds it by itself. */
public record DatabaseAddress(String url, String user, String password) {}
