package dev.sightline.local.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.search.CheckedRecall;
import dev.sightline.visual.ModelSetId;
import org.junit.jupiter.api.Test;

class RecallVerdictTest {

    private static final CheckedRecall CHECKED =
            new CheckedRecall(new ModelSetId("lite0-0123456789ab"), 430, 200, 12, new Interval(0.9785, 0.97, 0.9875));

    @Test
    void isGoodEnough_atTheMinimumItself_is() {
        assertThat(new RecallVerdict(CHECKED, 0.9785).isGoodEnough()).isTrue();
        assertThat(new RecallVerdict(CHECKED, 0.98).isGoodEnough()).isFalse();
    }

    @Test
    void lines_sayNumbersAndVerdict() {
        assertThat(new RecallVerdict(CHECKED, 0.97).lines())
                .containsExactly(
                        "recall@10   0.979 (95 % interval 0.970 to 0.988), expected at least 0.970: good",
                        "queries     200 of 430 images; 12 answers miss something", "model set   lite0-0123456789ab");
        assertThat(new RecallVerdict(CHECKED, 0.99).lines().getFirst()).endsWith("too low");
    }

    @Test
    void json_holdsEveryNumber() {
        assertThat(new RecallVerdict(CHECKED, 0.97).json().toString())
                .isEqualTo("{\"recallAt10\":{\"value\":0.9785,\"low\":0.97,\"high\":0.9875},\"min\":0.97,"
                        + "\"goodEnough\":true,\"queries\":200,\"imperfect\":12,\"images\":430,"
                        + "\"modelSet\":\"lite0-0123456789ab\"}");
    }
}
