package dev.musubi.elasticsearchnode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * Starts one node from a home folder with {@code config/elasticsearch.yml}, {@code modules/} and
 * {@code plugins/}, as the server's own start-up does but for the parts that are not published as
 * libraries (launcher, entitlements).
 */
public final class ElasticsearchNode {
  private ElasticsearchNode() {}

  /** Takes the home folder. */
  public static void main(String[] args) throws Exception {
    var home = Path.of(args[0]).toAbsolutePath();
    var settings = Settings.builder().put("path.home", home.toString()).build();
    LogConfigurator.registerErrorListener();
    var environment =
        InternalSettingsPreparer.prepareEnvironment(
            settings, Map.of(), home.resolve("config"), () -> "musubi");
    LogConfigurator.setNodeName("musubi");
    LogConfigurator.configure(environment, true);
    var loader =
        PluginsLoader.createPluginsLoader(
            PluginsLoader.loadModulesBundles(environment.modulesDir(), false),
            PluginsLoader.loadPluginsBundles(environment.pluginsDir(), false),
            Map.of(),
            false);
    var node = new Node(environment, loader);
    var closed = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node, closed), "close-node"));
    node.start();
    closed.await();
  }

  private static void close(Node node, CountDownLatch closed) {
    try {
      node.close();
      node.awaitClose(10, TimeUnit.SECONDS);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      closed.countDown();
    }
  }
}
