package dev.musubi.observability.request;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.impl.IOFileUploadException;
import org.jspecify.annotations.Nullable;

/**
 * What the container cannot decode: halves of surrogates and broken percent signs in parameters,
 * forms of several parts without their boundary or cut off before their end.
 */
public final class Unreadable {
  private Unreadable() {}

  /** Whether that is what went wrong, at whatever depth. */
  public static boolean is(@Nullable Object problem) {
    for (Object each = problem; each instanceof Throwable thrown; each = thrown.getCause()) {
      if (each instanceof InvalidParameterException || isBrokenForm(thrown)) {
        return true;
      }
    }
    return false;
  }

  /** A part that could not be put on our disk is no fault of who sent it. */
  private static boolean isBrokenForm(Throwable thrown) {
    return thrown instanceof MalformedStreamException
        || (thrown instanceof FileUploadException && !(thrown instanceof IOFileUploadException));
  }
}
