package dev.sightline.blender.blend;

import static dev.sightline.policy.CandidateSource.IMAGE_SEARCH;
import static dev.sightline.policy.CandidateSource.OBJECT_SEARCH;
import static dev.sightline.policy.CandidateSource.VISUAL_SEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.policy.CandidateSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotasTest {

    @Test
    void of_sharesWithFractions_givesPlacesToTheLargest() {
        // 10 x 4/7.6 = 5.26, 3.16 and 1.58.
        assertThat(quotas(10, visual(4, 0), objects(2.4, 0), words(1.2, 0))).isEqualTo(places(5, 3, 2));
    }

    @Test
    void of_equalFractions_givesThePlaceToTheHeavierSource() {
        // 2.5 and 1.5.
        assertThat(quotas(4, visual(3, 0), objects(5, 0))).isEqualTo(Map.of(VISUAL_SEARCH, 1, OBJECT_SEARCH, 3));
    }

    @Test
    void of_equalWeights_givesThePlaceToTheFirstSource() {
        assertThat(quotas(10, visual(1, 0), objects(1, 0), words(1, 0))).isEqualTo(places(4, 3, 3));
        assertThat(quotas(11, visual(1, 0), objects(1, 0), words(1, 0))).isEqualTo(places(4, 4, 3));
    }

    @Test
    void of_equalWeightsByOtherArithmetic_areStillEqual() {
        // 3 x 0.1 is 0.30000000000000004.
        assertThat(quotas(3, visual(0.3, 0), objects(3 * 0.1, 0)))
                .isEqualTo(Map.of(VISUAL_SEARCH, 2, OBJECT_SEARCH, 1));
    }

    @Test
    void of_shareBelowItsFloor_isRaisedAtTheExpenseOfAll() {
        // 7.4, 1.9 and 0.7; 3 for Image Search leave 7 x 0.8 = 5.6 and 1.4.
        assertThat(quotas(10, visual(8, 0), objects(2, 0), words(0.8, 3))).isEqualTo(places(6, 1, 3));
    }

    @Test
    void of_floorThatPushesAnotherBelowItsOwn_raisesBoth() {
        // 5, 3 and 2; 4 for Image Search leave 6 x 5/8 = 3.75 and 2.25, so Object Search has its floor of 3 too.
        assertThat(quotas(10, visual(5, 0), objects(3, 3), words(2, 4))).isEqualTo(places(3, 3, 4));
    }

    @Test
    void of_floorsThatAreTheLimit_giveJustThem() {
        assertThat(quotas(6, visual(100, 1), objects(1, 2), words(1, 3))).isEqualTo(places(1, 2, 3));
    }

    @Test
    void of_floorsAboveTheLimit_areServedInRoundsHeaviestFirst() {
        assertThat(quotas(1, visual(1, 1), objects(3, 1), words(2, 1))).isEqualTo(places(0, 1, 0));
        assertThat(quotas(5, visual(1, 3), objects(3, 1), words(2, 3))).isEqualTo(places(2, 1, 2));
        assertThat(quotas(4, visual(1, 3), objects(3, 0), words(2, 3))).isEqualTo(places(2, 0, 2));
    }

    @Test
    void of_noClaim_givesNothing() {
        assertThat(quotas(10)).isEmpty();
    }

    @Test
    void claim_withoutWeight_isRefused() {
        assertThatThrownBy(() -> visual(0, 1))
                .hasMessageContaining("visual-search")
                .hasMessageContaining("0.0");
        assertThatThrownBy(() -> visual(1, -1)).hasMessageContaining("-1");
    }

    private static Map<CandidateSource, Integer> quotas(int limit, Claim... claims) {
        return Quotas.of(List.of(claims), limit);
    }

    private static Claim visual(double weight, int floor) {
        return new Claim(VISUAL_SEARCH, weight, floor);
    }

    private static Claim objects(double weight, int floor) {
        return new Claim(OBJECT_SEARCH, weight, floor);
    }

    private static Claim words(double weight, int floor) {
        return new Claim(IMAGE_SEARCH, weight, floor);
    }

    private static Map<CandidateSource, Integer> places(int visual, int objects, int words) {
        return Map.of(VISUAL_SEARCH, visual, OBJECT_SEARCH, objects, IMAGE_SEARCH, words);
    }
}
