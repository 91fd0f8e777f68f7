package dev.musubi.web.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.model.Prefecture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TileMapTest {
  @Test
  void every_prefecture_has_one_tile_of_its_own_place() {
    List<TileMap.Tile> tiles = TileMap.of(Map.of());
    assertThat(tiles.stream().map(TileMap.Tile::code))
        .containsExactlyInAnyOrderElementsOf(
            Prefecture.all().stream().map(Prefecture::code).toList());
    assertThat(tiles.stream().map(tile -> tile.x() + "/" + tile.y())).doesNotHaveDuplicates();
  }

  @Test
  void shades_tell_none_from_one_and_the_most_is_darkest() {
    List<TileMap.Tile> tiles = TileMap.of(Map.of("13", 40L, "27", 1L));
    assertThat(tiles)
        .filteredOn(tile -> tile.code().equals("13"))
        .first()
        .returns(4, TileMap.Tile::shade);
    assertThat(tiles)
        .filteredOn(tile -> tile.code().equals("27"))
        .first()
        .returns(1, TileMap.Tile::shade);
    assertThat(tiles)
        .filteredOn(tile -> tile.code().equals("01"))
        .first()
        .returns(0, TileMap.Tile::shade);
  }
}
