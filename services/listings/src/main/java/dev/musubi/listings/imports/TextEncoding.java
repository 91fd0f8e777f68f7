package dev.musubi.listings.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * The encoding of a file, told by its bytes. Files of Japanese offices come in UTF-8 with and
 * without a byte order mark, in CP932 and in EUC-JP; no file says which.
 *
 * @param charset to decode with
 * @param byteOrderMark whether the file begins with one
 */
record TextEncoding(Charset charset, boolean byteOrderMark) {
  private static final int CHUNK = 1 << 16;

  /**
   * Reads as much as is needed to be sure: a file may begin with a megabyte of ASCII before its
   * first Japanese character.
   */
  static TextEncoding sniff(InputStream file) throws IOException {
    UniversalDetector detector = new UniversalDetector();
    byte[] chunk = new byte[CHUNK];
    boolean first = true;
    boolean mark = false;
    int length;
    while ((length = file.readNBytes(chunk, 0, CHUNK)) > 0 && !detector.isDone()) {
      mark |= first && startsWithMark(chunk, length);
      first = false;
      detector.handleData(chunk, 0, length);
    }
    detector.dataEnd();
    return new TextEncoding(charset(detector.getDetectedCharset()), mark);
  }

  private static boolean startsWithMark(byte[] chunk, int length) {
    return length >= 3
        && chunk[0] == (byte) 0xEF
        && chunk[1] == (byte) 0xBB
        && chunk[2] == (byte) 0xBF;
  }

  /** Shift_JIS is read as CP932, which holds ①, ㈱ and 髙 besides. */
  private static Charset charset(@org.jspecify.annotations.Nullable String detected) {
    if (detected == null) {
      return StandardCharsets.UTF_8;
    }
    return switch (detected) {
      case "SHIFT_JIS", "WINDOWS-31J" -> Charset.forName("windows-31j");
      case "EUC-JP" -> Charset.forName("EUC-JP");
      case "UTF-16LE", "UTF-16BE" -> StandardCharsets.UTF_16;
      default -> StandardCharsets.UTF_8;
    };
  }

  /** A reader that replaces what cannot be decoded by U+FFFD, so that its row can be named. */
  Reader reader(InputStream file) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(file, 3);
    if (byteOrderMark) {
      bytes.readNBytes(3);
    }
    return new BufferedReader(
        new InputStreamReader(
            bytes,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
        CHUNK);
  }

  /** The name for people. */
  String label() {
    String name = charset.name().equals("windows-31j") ? "CP932" : charset.name();
    return byteOrderMark ? name + " (BOM)" : name;
  }
}
