package dev.musubi.web.page;

import dev.musubi.web.clients.Answer;
import dev.musubi.web.clients.Problem;
import dev.musubi.web.door.Service;

/** What a page does with an answer that it cannot do without. */
public final class Pages {
  private Pages() {}

  /** The content, or the error page that fits. */
  public static <T> T required(Answer<T> answer) {
    return switch (answer) {
      case Answer.Given<T> given -> given.content();
      case Answer.Refused<T> refused -> throw refusal(refused.why());
      case Answer.Away<T> away -> throw new PartAway(away.service());
    };
  }

  /** A refusal that the reader can do something about on the same page; else the error page. */
  public static Problem mendable(Answer<?> answer) {
    return switch (answer) {
      case Answer.Given<?> given -> throw new IllegalStateException("not refused: " + given);
      case Answer.Refused<?> refused ->
          switch (refused.why().status()) {
            case 409, 412, 422 -> refused.why();
            default -> throw refusal(refused.why());
          };
      case Answer.Away<?> away -> throw new PartAway(away.service());
    };
  }

  /** The error page for a refusal. */
  public static RuntimeException refusal(Problem problem) {
    return switch (problem.status()) {
      case 401 -> new SignInAgain();
      case 403 -> new NotAllowed(problem.sentence());
      case 400, 404, 410 -> new NoSuchPage();
      default -> new NotPossible(problem.status(), problem.sentence());
    };
  }

  /** The service that this page is about gives no answer. */
  static final class PartAway extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Service service;

    PartAway(Service service) {
      this.service = service;
    }

    Service service() {
      return service;
    }
  }

  /** The login has run out. */
  static final class SignInAgain extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** There is nothing here, or nothing that this reader may know of. */
  public static final class NoSuchPage extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Known, but not allowed. */
  static final class NotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAllowed(String sentence) {
      super(sentence);
    }
  }

  /** The service said no, in a sentence for people. */
  public static final class NotPossible extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    /** Shown under a status, in the reader's language. */
    public NotPossible(int status, String sentence) {
      super(sentence);
      this.status = status;
    }

    int status() {
      return status;
    }
  }
}
