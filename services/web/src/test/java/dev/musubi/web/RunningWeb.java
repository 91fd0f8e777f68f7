package dev.musubi.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The pages on a real server beside services that answer as the contract says; one for all tests,
 * with fresh answers for each.
 */
final class RunningWeb implements BeforeEachCallback {
  private static final RunningWeb ONE = new RunningWeb();

  private final String address;
  private final Services services;
  private final ApplicationContext context;

  private RunningWeb() {
    String port = String.valueOf(freePort());
    this.address = "http://localhost:" + port;
    this.services = Services.start(address);
    SpringApplication application = new SpringApplication(WebApplication.class);
    application.setDefaultProperties(
        new HashMap<>(ByHand.settings(address, port, services.url().toString())));
    context = application.run();
  }

  static RunningWeb shared() {
    return ONE;
  }

  Services services() {
    return services;
  }

  String address() {
    return address;
  }

  /** Every page, from the running application and not from a list. */
  Map<RequestMappingInfo, HandlerMethod> pages() {
    return context
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods();
  }

  Visit visit() {
    return new Visit(address);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    services.reset();
    services.signIn().organisationKind("OWNER");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
