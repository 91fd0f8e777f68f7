package dev.musubi.web.door;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Serves the merged description of the API. */
final class OpenApiServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private final transient OpenApi openApi;

  OpenApiServlet(OpenApi openApi) {
    this.openApi = openApi;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "public, max-age=60");
    response.getOutputStream().write(openApi.merged().toString().getBytes(StandardCharsets.UTF_8));
  }
}
