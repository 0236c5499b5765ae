package dev.sightline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.local.ask.Answers;
import dev.sightline.local.ask.ContentTypes;
import dev.sightline.local.ask.ImageDots.Item;
import dev.sightline.local.ask.ImageDots.Signals;
import dev.sightline.local.demo.DemoScene.Placed;
import dev.sightline.local.upload.PrometheusText;
import dev.sightline.visual.NormalizedBox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoPartsTest {

    private static final Map<String, Set<String>> LABELS = Map.of(
            "corpus/birds/owl-2.png", Set.of("birds"),
            "corpus/mammals/cat.png", Set.of("mammals"),
            "demo/scenes/1.png", Set.of("birds", "fruit"));

    @Test
    void escape_withMarkup_isHarmless() {
        assertThat(Html.escape("<a href=\"x\">'&'</a>"))
                .isEqualTo("&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
    }

    @Test
    void verdict_withSameLabel_countsThoseThatShowIt() {
        assertThat(answer(DemoTruth.sameLabel("corpus/birds/owl.png", LABELS)).verdict())
                .isEqualTo("1 of 2 results show “birds”.");
    }

    @Test
    void verdict_withTheImage_saysItsRank() {
        assertThat(answer(DemoTruth.theImage("corpus/mammals/cat.png", LABELS)).verdict())
                .isEqualTo("The image itself (corpus/mammals/cat.png) is at rank 2. 1 of 2 results show “mammals”.");
        assertThat(answer(DemoTruth.theImage("corpus/fruit/fig.png", LABELS)).verdict())
                .startsWith("The image itself (corpus/fruit/fig.png) was not found.");
    }

    @Test
    void precision_passesOverScenes() {
        assertThat(CorpusPrecision.precision(
                        "corpus/birds/owl.png",
                        List.of(
                                "corpus/birds/a.png",
                                "demo/birds/x.png",
                                "corpus/fruit/b.png",
                                "corpus/birds/c.png",
                                "corpus/birds/d.png",
                                "corpus/birds/e.png",
                                "corpus/birds/f.png")))
                .isEqualTo(0.8);
    }

    @Test
    void precision_withFewResults_isNotHelpedByThat() {
        assertThat(CorpusPrecision.precision("corpus/birds/owl.png", List.of("corpus/birds/a.png")))
                .isEqualTo(0.2);
    }

    @Test
    void images_ofLargeLabels_areTheSameInEachRun() {
        List<String> keys = Stream.concat(
                        IntStream.range(0, 20).mapToObj("corpus/birds/%d.png"::formatted),
                        IntStream.range(0, 3).mapToObj("corpus/bears/%d.png"::formatted))
                .toList();

        List<String> chosen = new CorpusChoice(keys).images(5, 10);

        assertThat(chosen).hasSize(5).doesNotHaveDuplicates().allMatch(key -> key.startsWith("corpus/birds/"));
        assertThat(new CorpusChoice(keys.reversed()).images(5, 10)).isEqualTo(chosen);
        assertThat(new CorpusChoice(keys).images(5, 21)).isEmpty();
    }

    @Test
    void target_withNearDetection_asksAboutThat() {
        NormalizedBox detected = new NormalizedBox(0.11, 0.1, 0.4, 0.4);
        Item cat = object("s-0", "cat", 0.9, detected);
        Item kite = object("s-1", "kite", 0.8, new NormalizedBox(0.6, 0.6, 0.2, 0.2));
        FlashlightTarget target =
                new FlashlightTarget("demo/scenes/1.png", placed(0.1, 0.1, 0.4, 0.4), List.of(kite, cat));

        assertThat(target.box()).isEqualTo(detected);
        assertThat(target.caption()).isEqualTo("cat");
        assertThat(target.others()).containsExactly(kite);
    }

    @Test
    void target_withoutNearDetection_asksAboutWhereItWasPlaced() {
        Item kite = object("s-1", "kite", 0.8, new NormalizedBox(0.6, 0.6, 0.2, 0.2));
        FlashlightTarget target = new FlashlightTarget("demo/scenes/1.png", placed(0.1, 0.1, 0.4, 0.4), List.of(kite));

        assertThat(target.detected()).isEmpty();
        assertThat(target.box()).isEqualTo(target.placed().box());
        assertThat(target.others()).containsExactly(kite);
    }

    @Test
    void counter_withTags_addsThemUp() {
        String metrics = """
                # TYPE images_total counter
                images_total{outcome="analyzed",x="1"} 3.0
                images_total{outcome="reused"} 1.0
                images_total{outcome="failed"} 5.0
                images_total_other{outcome="reused"} 7.0
                """;

        assertThat(PrometheusText.counter(metrics, "images_total", "outcome", Set.of("analyzed", "reused")))
                .isEqualTo(OptionalLong.of(4));
        assertThat(PrometheusText.counter(metrics, "images", "outcome", Set.of("analyzed")))
                .isEmpty();
    }

    @Test
    void contentType_isThatOfTheExtension() {
        assertThat(ContentTypes.of(Path.of("a/B.JPG"))).isEqualTo("image/jpeg");
        assertThat(ContentTypes.of(Path.of("a.png/none"))).isEqualTo("application/octet-stream");
    }

    @Test
    void find_withoutDisplay_hasNoBrowser() {
        assertThat(Browser.find("Linux", Map.of("PATH", "/usr/bin:/bin"))).isEmpty();
        assertThat(Browser.find("Linux", Map.of("PATH", "", "DISPLAY", ":0"))).isEmpty();
    }

    private static Placed placed(double x, double y, double w, double h) {
        return new Placed("corpus/mammals/cat.png", new NormalizedBox(x, y, w, h));
    }

    private static DemoAnswer answer(DemoTruth truth) {
        return new DemoAnswer("Related", "?", Path.of("x"), List.of(), truth, Answers.parse(Answers.RELATED));
    }

    private static Item object(String id, String category, double confidence, NormalizedBox box) {
        return new Item(id, category, confidence, box, 0.5, true, new Signals(0, 1, null), List.of());
    }
}
