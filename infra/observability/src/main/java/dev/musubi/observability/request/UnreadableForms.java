package dev.musubi.observability.request;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells people of a form that the container cannot take apart. Whoever reads the first parameter
 * learns of it, mostly a filter, and so does whoever reads one to say so: the answer would be
 * empty, and a failure of ours in the log. So it becomes 400 here, and on the way to the error page
 * such a request has no parameters.
 */
public final class UnreadableForms implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      chain.doFilter(new WithoutThem((HttpServletRequest) request), response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException failure) {
      if (!Unreadable.is(failure) || response.isCommitted()) {
        throw failure;
      }
      ((HttpServletResponse) response).sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
  }

  /**
   * A request without a body, whose parameters are none when they cannot be read. Of an error page
   * nobody wants the body, and Spring would take a form of several parts apart once more.
   */
  private static final class WithoutThem extends HttpServletRequestWrapper {
    WithoutThem(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getContentType() {
      return null;
    }

    @Override
    public @Nullable String getParameter(String name) {
      String[] values = getParameterValues(name);
      return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return readable(super::getParameterMap);
    }

    private static Map<String, String[]> readable(Supplier<Map<String, String[]>> parameters) {
      try {
        return parameters.get();
      } catch (RuntimeException failure) {
        if (Unreadable.is(failure)) {
          return Map.of();
        }
        throw failure;
      }
    }
  }
}
