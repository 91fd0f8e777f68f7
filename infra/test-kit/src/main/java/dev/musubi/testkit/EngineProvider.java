package dev.musubi.testkit;

import java.net.URI;

/** Brings the engines. Each is started by the first call that asks for it. */
interface EngineProvider extends AutoCloseable {
  DatabaseAddress postgres(String role);

  String kafka();

  URI elasticsearch();

  URI redis();

  SmtpAddress smtp();

  @Override
  void close();
}
