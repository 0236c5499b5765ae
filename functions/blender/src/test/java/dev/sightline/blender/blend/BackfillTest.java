package dev.sightline.blender.blend;

import static dev.sightline.policy.CandidateSource.IMAGE_SEARCH;
import static dev.sightline.policy.CandidateSource.OBJECT_SEARCH;
import static dev.sightline.policy.CandidateSource.VISUAL_SEARCH;
import static dev.sightline.policy.MixName.FLASHLIGHT;
import static dev.sightline.policy.MixName.LENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.blender.blend.Mixing.Blend;
import org.junit.jupiter.api.Test;

/** Sources that come short, each with the whole expected order; the quotas are 5, 3 and 2, as in {@link StandardMixTest}. */
class BackfillTest {

    private static final int PLENTY = 20;

    @Test
    void source_thatIsEmpty_isFilledByTheHeaviest() {
        assertBlend(lens().words(0.6, 0), "5/5+2 3/3+0 0/2+0", "v1 o1 v2 v3 o2 v4 o3 v5 v6 v7");
    }

    @Test
    void source_thatIsLate_isFilledByTheHeaviest() {
        assertBlend(lens().late(OBJECT_SEARCH, 0.8), "5/5+3 0/3+0 2/2+0", "v1 i1 v2 v3 v4 i2 v5 v6 v7 v8");
    }

    @Test
    void heaviestSource_thatFails_isFilledByTheNext() {
        assertBlend(lens().failed(VISUAL_SEARCH, 1), "0/5+0 3/3+5 2/2+0", "o1 i1 o2 i2 o3 o4 o5 o6 o7 o8");
    }

    @Test
    void flashlight_withoutItsHeaviest_isFilledByTheOther() {
        assertBlend(
                Mixing.of(FLASHLIGHT).visual(PLENTY).late(OBJECT_SEARCH, 0.6),
                "4/4+6 0/6+0",
                "v1 v2 v3 v4 v5 v6 v7 v8 v9 v10");
    }

    @Test
    void allButOne_thatFail_areFilledByIt() {
        assertBlend(
                lens().failed(OBJECT_SEARCH, 0.8).late(IMAGE_SEARCH, 0.6),
                "5/5+5 0/3+0 0/2+0",
                "v1 v2 v3 v4 v5 v6 v7 v8 v9 v10");
        assertBlend(
                lens().failed(VISUAL_SEARCH, 1).late(OBJECT_SEARCH, 0.8),
                "0/5+0 0/3+0 2/2+8",
                "i1 i2 i3 i4 i5 i6 i7 i8 i9 i10");
    }

    @Test
    void sources_thatAreExhausted_arePassedOver() {
        assertBlend(lens().objects(0.8, 1).words(0.6, 1), "5/5+3 1/3+0 1/2+0", "v1 o1 i1 v2 v3 v4 v5 v6 v7 v8");
    }

    @Test
    void backfill_thatIsExhausted_goesOnWithTheNext() {
        assertBlend(
                lens().failed(VISUAL_SEARCH, 1).objects(0.8, 4), "0/5+0 3/3+1 2/2+4", "o1 i1 o2 i2 o3 o4 i3 i4 i5 i6");
    }

    @Test
    void fewerCandidatesThanPlaces_areAllThere() {
        assertBlend(Mixing.of(LENS).visual(2).objects(0.8, 2).words(0.6, 1), "2/5+0 2/3+0 1/2+0", "v1 o1 i1 v2 o2");
    }

    @Test
    void nothing_isFound_givesNothing() {
        assertBlend(Mixing.of(LENS).visual(0).objects(0.8, 0).words(0.6, 0), "0/5+0 0/3+0 0/2+0", "");
        assertBlend(
                Mixing.of(LENS)
                        .failed(VISUAL_SEARCH, 1)
                        .late(OBJECT_SEARCH, 0.8)
                        .failed(IMAGE_SEARCH, 0.6),
                "0/5+0 0/3+0 0/2+0",
                "");
    }

    @Test
    void lateSource_whoseFloorIsOneOfTwoPlaces_isFilled() {
        assertBlend(lens().late(OBJECT_SEARCH, 0.8).limit(2), "1/1+1 0/1+0 0/0+0", "v1 v2");
    }

    @Test
    void fallbacks_comeAfterAllThatHaveTheCategory() {
        Mixing mixing = lens().found(VISUAL_SEARCH, 1, "(a) b (c)")
                .found(OBJECT_SEARCH, 0.8, "d (e) f")
                .found(IMAGE_SEARCH, 0.6, "(g)");

        // Turns V O V I V O V, first through those of the category, then through the others.
        Blend blend = mixing.limit(7).blend();
        assertThat(blend.order()).isEqualTo("b d f a e c g");
        assertThat(blend.origins())
                .isEqualTo("visual-search#2 object-search#1 object-search#3 visual-search#1 object-search#2"
                        + " visual-search#3 image-search#1");
    }

    @Test
    void fallbacks_areNotNeeded_ifThereIsEnoughOfTheCategory() {
        assertBlend(lens().found(VISUAL_SEARCH, 1, "(a) (b) (c)").limit(4), "0/2+0 1/1+2 1/1+0", "o1 i1 o2 o3");
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
