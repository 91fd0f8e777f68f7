package dev.musubi.http;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Says in problem details what Tomcat refuses before any of our code sees it, such as an address
 * with a byte 0: a program gets no page of HTML.
 */
final class ContainerProblems extends ErrorReportValve {
  private static final Logger LOG = LoggerFactory.getLogger(ContainerProblems.class);

  private final ProblemWriter writer;

  ContainerProblems(ProblemWriter writer) {
    this.writer = writer;
    setShowReport(false);
    setShowServerInfo(false);
  }

  @Override
  protected void report(Request request, Response response, Throwable thrown) {
    HttpStatus status = HttpStatus.resolve(response.getStatus());
    if (status == null
        || !status.isError()
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    try {
      ProblemWriter.Written problem = writer.written(request, status);
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      response.setHeader("Content-Language", problem.locale().getLanguage());
      response.setHeader("Cache-Control", "no-store");
      PrintWriter out = response.getReporter();
      if (out != null) {
        out.write(problem.json());
        response.finishResponse();
      }
    } catch (IOException | IllegalStateException e) {
      LOG.debug("The caller went away before the problem was told", e);
    }
  }
}
