package dev.sightline.blender.blend;

import static dev.sightline.policy.CandidateSource.CO_SAVE;
import static dev.sightline.policy.CandidateSource.IMAGE_SEARCH;
import static dev.sightline.policy.CandidateSource.OBJECT_SEARCH;
import static dev.sightline.policy.CandidateSource.REMEMBERED_WINNERS;
import static dev.sightline.policy.CandidateSource.VISUAL_SEARCH;
import static dev.sightline.policy.MixName.FLASHLIGHT;
import static dev.sightline.policy.MixName.LENS;
import static dev.sightline.policy.MixName.LENS_OBJECT;
import static dev.sightline.policy.MixName.RELATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.blender.blend.Mixing.Blend;
import org.junit.jupiter.api.Test;

/**
 * Every trigger and quota of the standard policy, alone and together, each with the whole expected order. The shares that each quota comes
 * from are worked out beside it.
 */
class StandardMixTest {

    private static final int PLENTY = 20;
    private static final String ONLY_VISUAL = "v1 v2 v3 v4 v5 v6 v7 v8 v9 v10";

    @Test
    void related_imageThatNobodyDidAnythingWith_hasVisualSearchOnly() {
        assertBlend(Mixing.of(RELATED).visual(PLENTY), "10/10+0 0/0+0 0/0+0 0/0+0", ONLY_VISUAL);
    }

    @Test
    void related_allSources_haveTheirShares() {
        // 3 : 1 x 0.9 : 2 : 1, so 4.35, 1.30, 2.90 and 1.45.
        Mixing mixing = Mixing.of(RELATED)
                .visual(PLENTY)
                .words(0.9, PLENTY)
                .found(CO_SAVE, 1, "s1 s2 s3 s4")
                .found(REMEMBERED_WINNERS, 1, "w1 w2 w3 w4");

        assertThat(mixing.blend().shares()).isEqualTo("4/4+0 1/1+0 3/3+0 2/2+0");
    }

    @Test
    void related_nobodySavedIt_leavesThePlacesToVisualSearch() {
        Mixing mixing = Mixing.of(RELATED).visual(PLENTY).found(CO_SAVE, 1, "").found(REMEMBERED_WINNERS, 1, "w1");

        assertThat(mixing.blend().shares()).isEqualTo("5/5+4 0/0+0 0/3+0 1/2+0");
    }

    @Test
    void related_queryImage_isNoAnswerToItself() {
        assertBlend(
                Mixing.of(RELATED)
                        .about("self")
                        .found(VISUAL_SEARCH, 1, "self a b")
                        .limit(2),
                "2/2+0 0/0+0 0/0+0 0/0+0",
                "a b");
    }

    @Test
    void lens_withoutAnnotationAndObject_hasVisualSearchOnly() {
        assertBlend(Mixing.of(LENS).visual(PLENTY), "10/10+0 0/0+0 0/0+0", ONLY_VISUAL);
    }

    @Test
    void lens_weakAnnotation_triggersNoImageSearch() {
        Mixing mixing = Mixing.of(LENS)
                .visual(PLENTY)
                .notTriggered(
                        IMAGE_SEARCH, 0.31, "expected an annotation with a confidence of at least 0.50, got 0.31");

        assertBlend(mixing, "10/10+0 0/0+0 0/0+0", ONLY_VISUAL);
    }

    @Test
    void lens_weakObject_triggersNoObjectSearch() {
        Mixing mixing = Mixing.of(LENS)
                .visual(PLENTY)
                .notTriggered(OBJECT_SEARCH, 0.3, "expected an object with a confidence of at least 0.40, got 0.30");

        assertBlend(mixing, "10/10+0 0/0+0 0/0+0", ONLY_VISUAL);
    }

    @Test
    void lens_annotationAtTheThreshold_getsItsShare() {
        // 4 : 2 x 0.5, so 8 and 2.
        assertBlend(
                Mixing.of(LENS).visual(PLENTY).words(0.5, PLENTY),
                "8/8+0 0/0+0 2/2+0",
                "v1 v2 i1 v3 v4 v5 v6 i2 v7 v8");
    }

    @Test
    void lens_sureAnnotation_getsMore() {
        // 4 : 2 x 0.9, so 6.9 and 3.1.
        assertBlend(
                Mixing.of(LENS).visual(PLENTY).words(0.9, PLENTY),
                "7/7+0 0/0+0 3/3+0",
                "v1 i1 v2 v3 v4 i2 v5 v6 i3 v7");
    }

    @Test
    void lens_objectAtTheThreshold_getsItsShare() {
        // 4 : 3 x 0.4, so 7.7 and 2.3.
        assertBlend(
                Mixing.of(LENS).visual(PLENTY).objects(0.4, PLENTY),
                "8/8+0 2/2+0 0/0+0",
                "v1 v2 o1 v3 v4 v5 v6 o2 v7 v8");
    }

    @Test
    void lens_sureObject_getsMore() {
        // 4 : 3 x 0.9, so 5.97 and 4.03.
        assertBlend(
                Mixing.of(LENS).visual(PLENTY).objects(0.9, PLENTY),
                "6/6+0 4/4+0 0/0+0",
                "v1 o1 v2 o2 v3 v4 o3 v5 o4 v6");
    }

    @Test
    void lens_weakAnnotationBesideSureObject_leavesItsShareToBoth() {
        Mixing mixing = Mixing.of(LENS)
                .visual(PLENTY)
                .objects(0.9, PLENTY)
                .notTriggered(
                        IMAGE_SEARCH, 0.31, "expected an annotation with a confidence of at least 0.50, got 0.31");

        assertBlend(mixing, "6/6+0 4/4+0 0/0+0", "v1 o1 v2 o2 v3 v4 o3 v5 o4 v6");
    }

    @Test
    void lens_weakObjectBesideSureAnnotation_leavesItsShareToBoth() {
        Mixing mixing = Mixing.of(LENS)
                .visual(PLENTY)
                .notTriggered(OBJECT_SEARCH, 0.3, "expected an object with a confidence of at least 0.40, got 0.30")
                .words(0.9, PLENTY);

        assertBlend(mixing, "7/7+0 0/0+0 3/3+0", "v1 i1 v2 v3 v4 i2 v5 v6 i3 v7");
    }

    @Test
    void lens_objectAndAnnotation_areMixedEvenly() {
        // 4 : 3 x 0.8 : 2 x 0.6, so 5.26, 3.16 and 1.58.
        assertBlend(lens(), "5/5+0 3/3+0 2/2+0", "v1 o1 i1 v2 v3 o2 v4 i2 o3 v5");
    }

    @Test
    void lens_allSure_areMixedByTheirWeights() {
        // 4 : 3 : 2, so 4.4, 3.3 and 2.2.
        assertBlend(
                Mixing.of(LENS).visual(PLENTY).objects(1, PLENTY).words(1, PLENTY),
                "5/5+0 3/3+0 2/2+0",
                "v1 o1 i1 v2 v3 o2 v4 i2 o3 v5");
    }

    @Test
    void lens_food_givesImageSearchMore() {
        // 4 : 4 x 0.9, so 5.3 and 4.7.
        assertBlend(
                Mixing.of(LENS).category("food").visual(PLENTY).words(0.9, PLENTY),
                "5/5+0 0/0+0 5/5+0",
                "v1 i1 v2 i2 v3 i3 v4 i4 v5 i5");
    }

    @Test
    void lens_foodWithRecipes_keepsThemFirstAmongImageSearch() {
        Mixing mixing = Mixing.of(LENS)
                .category("food")
                .visual(PLENTY)
                .objects(0.8, PLENTY)
                .found(IMAGE_SEARCH, 0.9, "recipe1 recipe2 recipe3 photo1 photo2");

        // 4 : 3 x 0.8 : 4 x 0.9, so 4, 2.4 and 3.6.
        assertBlend(mixing, "4/4+0 2/2+0 4/4+0", "v1 recipe1 o1 v2 recipe2 v3 recipe3 o2 v4 photo1");
    }

    @Test
    void lens_foodOfWhichNothingIsWritten_isFilledUp() {
        Mixing mixing = Mixing.of(LENS)
                .category("food")
                .visual(PLENTY)
                .objects(0.8, PLENTY)
                .words(0.9, 0);

        assertBlend(mixing, "4/4+4 2/2+0 0/4+0", "v1 o1 v2 v3 o2 v4 v5 v6 v7 v8");
    }

    @Test
    void flashlight_crop_hasVisualSearchOnly() {
        assertBlend(Mixing.of(FLASHLIGHT).visual(PLENTY), "10/10+0 0/0+0", ONLY_VISUAL);
    }

    @Test
    void flashlight_object_hasMostlyObjectSearch() {
        // 1 : 3 x 0.6, so 3.6 and 6.4.
        assertBlend(
                Mixing.of(FLASHLIGHT).visual(PLENTY).objects(0.6, PLENTY),
                "4/4+0 6/6+0",
                "o1 v1 o2 v2 o3 o4 v3 o5 v4 o6");
    }

    @Test
    void flashlight_veryWeakObject_hasItsFloor() {
        // 1 : 3 x 0.05, so 8.7 and 1.3; of two places that would be 0.26.
        assertBlend(
                Mixing.of(FLASHLIGHT).visual(PLENTY).objects(0.05, PLENTY),
                "9/9+0 1/1+0",
                "v1 v2 v3 v4 v5 o1 v6 v7 v8 v9");
        assertBlend(Mixing.of(FLASHLIGHT).visual(PLENTY).objects(0.05, PLENTY).limit(2), "1/1+0 1/1+0", "v1 o1");
    }

    @Test
    void flashlight_onePlace_goesToTheHeavier() {
        assertBlend(Mixing.of(FLASHLIGHT).visual(PLENTY).objects(0.9, PLENTY).limit(1), "0/0+0 1/1+0", "o1");
        assertBlend(Mixing.of(FLASHLIGHT).visual(PLENTY).objects(0.3, PLENTY).limit(1), "1/1+0 0/0+0", "v1");
    }

    @Test
    void lensObject_sureAndWeak_areMixedByConfidence() {
        // 1 : 3 x 0.87, so 1.4 and 3.6; 1 : 3 x 0.45, so 2.1 and 2.9.
        assertBlend(
                Mixing.of(LENS_OBJECT).visual(PLENTY).objects(0.87, PLENTY).limit(5), "1/1+0 4/4+0", "o1 o2 v1 o3 o4");
        assertBlend(
                Mixing.of(LENS_OBJECT).visual(PLENTY).objects(0.45, PLENTY).limit(5), "2/2+0 3/3+0", "o1 v1 o2 v2 o3");
    }

    @Test
    void lens_fewerPlacesThanFloors_goToTheHeaviest() {
        assertBlend(lens().limit(1), "1/1+0 0/0+0 0/0+0", "v1");
        assertBlend(lens().limit(2), "1/1+0 1/1+0 0/0+0", "v1 o1");
    }

    @Test
    void lens_asManyPlacesAsFloors_giveEachOne() {
        assertBlend(lens().limit(3), "1/1+0 1/1+0 1/1+0", "v1 o1 i1");
    }

    @Test
    void lens_fewPlaces_keepFloors() {
        // 2.1, 1.3 and 0.6, so Image Search has its floor and the others share three places: 1.9 and 1.1.
        assertBlend(lens().limit(4), "2/2+0 1/1+0 1/1+0", "v1 o1 i1 v2");
        // 2.6, 1.6 and 0.8: the same with four places, 2.5 and 1.5; of equal fractions the heavier source is first.
        assertBlend(lens().limit(5), "3/3+0 1/1+0 1/1+0", "v1 o1 v2 i1 v3");
    }

    @Test
    void lens_foodAndTwoPlaces_leaveNoneForTheLightest() {
        assertBlend(lens().category("food").limit(2), "1/1+0 1/1+0 0/0+0", "v1 o1");
        assertBlend(
                Mixing.of(LENS)
                        .category("food")
                        .visual(PLENTY)
                        .objects(0.8, PLENTY)
                        .words(0.9, PLENTY)
                        .limit(2),
                "1/1+0 0/0+0 1/1+0",
                "v1 i1");
    }

    private static Mixing lens() {
        return Mixing.of(LENS).visual(PLENTY).objects(0.8, PLENTY).words(0.6, PLENTY);
    }

    private static void assertBlend(Mixing mixing, String shares, String order) {
        Blend blend = mixing.blend();
        assertThat(blend.order()).isEqualTo(order);
        assertThat(blend.shares()).isEqualTo(shares);
    }
}
