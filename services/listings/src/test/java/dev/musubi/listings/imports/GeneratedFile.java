package dev.musubi.listings.imports;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a file of any number of invented open patents in the columns of the open-patent database,
 * for measurements: always the same for the same number.
 *
 * <p>{@code java -cp services/listings/target/test-classes
 * dev.musubi.listings.imports.GeneratedFile 100000 rows.csv}
 */
final class GeneratedFile {
  private static final String HEADER =
      "開放特許情報番号,タイトル,開放特許情報登録日,最新更新日,出願番号,出願日,出願人,公開番号,登録番号,特許権者,発明の名称,"
          + "技術分野1,技術分野2,技術分野3,機能1,機能2,機能3,適用製品,目的,効果,技術概要,実施実績,許諾実績,特許権譲渡,特許権実施許諾,"
          + "国際特許分類（IPC）\n";
  private static final List<String> THINGS =
      List.of(
          "樹脂片", "鋳物", "光ファイバ", "食品残さ", "木質ボード", "繊維強化板", "半導体ウエハ", "酵母", "薬液", "塗膜", "磁石",
          "コンクリート", "配管", "歯車", "電解液", "果実", "排水", "粉体", "包装袋", "布地");
  private static final List<String> DEEDS =
      List.of(
          "選別する", "洗浄する", "接合する", "乾燥させる", "検査する", "分解する", "成形する", "回収する", "冷却する", "補強する", "着色する",
          "切断する", "搬送する", "殺菌する", "発酵させる", "封止する");
  private static final List<String> WAYS =
      List.of(
          "近赤外線を当て",
          "超音波で揺らし",
          "磁場をかけ",
          "微細な泡を含む水で",
          "低い温度のプラズマで",
          "圧力を交互に変え",
          "二種の酵素を加え",
          "細かな凹凸を転写し",
          "回転する円盤の上で",
          "蒸気を吹き付け",
          "電流の波形を変え",
          "吸着材を通し");
  private static final List<String> GAINS =
      List.of(
          "時間を半分に縮められる",
          "薬品を使わずに済む",
          "小さな設備でも行える",
          "歩留まりが上がる",
          "電力を三割減らせる",
          "人手をかけずに続けられる",
          "廃棄するものが減る",
          "表面を傷めない");
  private static final List<String> FIELDS =
      List.of("電気・電子", "機械・加工", "化学・薬品", "金属材料", "有機材料", "食品・バイオ", "土木・建築", "生活・文化");
  private static final List<String> IPC =
      List.of(
          "B07C5/342", "B08B3/10", "B29C65/02", "C12N1/16", "G01N21/88", "H01L21/67", "C02F1/52");

  private GeneratedFile() {}

  public static void main(String[] args) throws IOException {
    try (var out = Files.newBufferedWriter(Path.of(args[1]), StandardCharsets.UTF_8)) {
      write(out, Integer.parseInt(args[0]));
    }
  }

  static byte[] bytes(int rows) {
    var text = new StringWriter();
    try {
      write(text, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Writer out, int rows) throws IOException {
    out.write(HEADER);
    for (int number = 1; number <= rows; number++) {
      row(out, number);
    }
  }

  private static void row(Writer out, int number) throws IOException {
    Random random = new Random(number);
    String thing = one(THINGS, random);
    String deed = one(DEEDS, random);
    String way = one(WAYS, random);
    String title = way + "、" + thing + "を" + deed + "方法";
    String overview =
        IntStream.range(0, 6)
            .mapToObj(
                _ ->
                    one(WAYS, random)
                        + "、"
                        + one(THINGS, random)
                        + "を"
                        + one(DEEDS, random)
                        + "工程を含む。")
            .collect(Collectors.joining());
    String year = Integer.toString(2012 + number % 12);
    String serial = "%06d".formatted(number);
    out.write("L2024" + serial + "," + title + ",2024/02/01,2024/06/01,");
    out.write("特願" + year + "-" + serial + "," + year + "/05/20,国立大学法人南天大学,");
    out.write("特開" + (Integer.parseInt(year) + 1) + "-" + serial + ",,国立大学法人南天大学,");
    out.write(title + "," + one(FIELDS, random) + ",,,洗浄・除去,,,");
    out.write(thing + "の生産設備," + thing + "を早く" + deed + "ことが難しい。," + one(GAINS, random) + "。,\"");
    out.write(overview + "\",無,無," + (number % 3 == 0 ? "可" : "不可") + ",可,\"");
    out.write(one(IPC, random) + ", " + one(IPC, random) + "\"\n");
  }

  private static String one(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
