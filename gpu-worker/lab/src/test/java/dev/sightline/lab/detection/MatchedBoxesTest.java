package dev.sightline.lab.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.NormalizedBox;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatchedBoxesTest {

    private static final NormalizedBox LEFT = new NormalizedBox(0, 0, 0.5, 1);
    private static final NormalizedBox RIGHT = new NormalizedBox(0.5, 0, 0.5, 1);

    /** The cat is named dog, the dog is found, the cow is a name that the detector does not know. */
    @Test
    void match_byCategory_wantsTheRightNameAndKnownOnes() {
        var matched = new BoxMatching(0.5)
                .match(
                        List.of(new DetectedObject("dog", 0.9, LEFT), new DetectedObject("dog", 0.8, RIGHT)),
                        List.of(TrueObject.of("cat", LEFT), TrueObject.of("dog", RIGHT), TrueObject.of("cow", LEFT)),
                        Set.of("cat", "dog"));
        assertThat(matched).containsOnlyKeys("cat", "dog");
        MatchedBoxes joined = MatchedBoxes.joined(matched.values());
        assertThat(joined.right()).containsExactly(new DetectedObject("dog", 0.8, RIGHT));
        assertThat(joined.wrong()).containsExactly(new DetectedObject("dog", 0.9, LEFT));
        assertThat(joined.missed()).containsExactly(TrueObject.of("cat", LEFT));
        assertThat(joined.mistakes()).isEqualTo(2);
    }

    /** One of two detections is right, one of three objects is found: 2 x 1/2 x 1/3 / (1/2 + 1/3) = 2/5. */
    @Test
    void f1_isTheHarmonicMeanByHand() {
        var detection = new DetectedObject("dog", 0.9, LEFT);
        var object = TrueObject.of("dog", RIGHT);
        var matched = new MatchedBoxes(List.of(detection), List.of(detection), List.of(object, object));
        assertThat(matched.f1()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void f1_ofNothingToFindAndNothingFound_isOne() {
        assertThat(new MatchedBoxes(List.of(), List.of(), List.of()).f1()).isEqualTo(1);
        assertThat(new MatchedBoxes(List.of(), List.of(), List.of(TrueObject.of("dog", LEFT))).f1())
                .isZero();
    }
}
