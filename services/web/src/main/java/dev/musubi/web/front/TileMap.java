package dev.musubi.web.front;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Japan as tiles of one size, one a prefecture: a small prefecture is as easy to see and to press
 * as a large one. Rows from north to south; two digits are a JIS X 0401 code, two dots are sea.
 */
final class TileMap {
  private static final int SIZE = 34;
  private static final int STEP = 36;
  private static final String[][] GRID = {
    {"..", "..", "..", "..", "..", "..", "..", "..", "..", "..", "..", "01"},
    {"..", "..", "..", "..", "..", "..", "..", "..", "..", "..", "02", ".."},
    {"..", "..", "..", "..", "..", "..", "..", "..", "..", "05", "03", ".."},
    {"..", "..", "..", "..", "..", "..", "..", "..", "..", "06", "04", ".."},
    {"..", "..", "..", "..", "..", "17", "16", "15", "10", "07", "..", ".."},
    {"..", "..", "..", "..", "..", "18", "21", "20", "11", "09", "08", ".."},
    {"..", "32", "31", "28", "26", "25", "23", "19", "13", "12", "..", ".."},
    {"35", "34", "33", "27", "29", "24", "..", "22", "14", "..", "..", ".."},
    {"..", "..", "..", "..", "30", "..", "..", "..", "..", "..", "..", ".."},
    {"40", "44", "38", "37", "..", "..", "..", "..", "..", "..", "..", ".."},
    {"41", "43", "39", "36", "..", "..", "..", "..", "..", "..", "..", ".."},
    {"42", "45", "..", "..", "..", "..", "..", "..", "..", "..", "..", ".."},
    {"47", "46", "..", "..", "..", "..", "..", "..", "..", "..", "..", ".."},
  };

  private TileMap() {}

  static List<Tile> of(Map<String, Long> counts) {
    long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    List<Tile> tiles = new ArrayList<>();
    for (int row = 0; row < GRID.length; row++) {
      for (int column = 0; column < GRID[row].length; column++) {
        String code = GRID[row][column];
        if (!code.equals("..")) {
          long count = counts.getOrDefault(code, 0L);
          tiles.add(new Tile(code, column * STEP, row * STEP, count, shade(count, most)));
        }
      }
    }
    return List.copyOf(tiles);
  }

  /** 0 for none, 1 to 4 by quarters of the most. */
  private static int shade(long count, long most) {
    return count == 0 ? 0 : (int) Math.max(1, Math.ceilDiv(count * 4, most));
  }

  /**
   * One prefecture.
   *
   * @param code JIS X 0401
   * @param x left edge
   * @param y upper edge
   * @param shade 0 (none) to 4 (most)
   */
  record Tile(String code, int x, int y, long count, int shade) {
    /** Edge of the square. */
    public int size() {
      return SIZE;
    }

    /** Where its words stand. */
    public int middle() {
      return x + SIZE / 2;
    }
  }
}
