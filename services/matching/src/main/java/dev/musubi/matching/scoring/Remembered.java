package dev.musubi.matching.scoring;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map that forgets what was not asked for the longest when it is full. Not safe for several
 * threads: who shares it locks it.
 */
public final class Remembered<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int most;

  /**
   * @param most how much is remembered
   */
  public Remembered(int most) {
    super(64, 0.75f, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
