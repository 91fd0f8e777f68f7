package dev.musubi.launcher;

import java.net.http.HttpRequest.BodyPublishers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Sends the digests of the present period now, to those who have not had theirs. */
@Command(
    name = "digests",
    mixinStandardHelpOptions = true,
    resourceBundle = "dev.musubi.launcher.texts")
final class DigestsCommand implements Runnable {
  @Mixin private final FolderOption folder = new FolderOption();

  @Override
  public void run() {
    var addresses = new Addresses(folder.running().port());
    var api = new Api(addresses, DataFolder.existing(folder.path()));
    var path = api.of(Service.NOTIFICATIONS, "/internal/digests/catch-up");
    api.json(api.request(path).POST(BodyPublishers.noBody()));
    System.out.println(Texts.of("digests.done"));
  }
}
