package dev.sightline.blender.blend;

import static dev.sightline.policy.CandidateSource.IMAGE_SEARCH;
import static dev.sightline.policy.CandidateSource.OBJECT_SEARCH;
import static dev.sightline.policy.CandidateSource.VISUAL_SEARCH;
import static dev.sightline.policy.MixName.LENS;
import static dev.sightline.policy.MixName.RELATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.blender.blend.Mixing.Blend;
import dev.sightline.blender.search.SearchedFocus;
import dev.sightline.blender.search.SearchedQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is the same image, or looks the same, and what is told of it. */
class CandidateBlenderTest {

    @Test
    void blend_imageOfTwoSources_countsForTheOneWhoseTurnTookIt() {
        Blend blend = Mixing.of(LENS)
                .found(VISUAL_SEARCH, 1, "a b c")
                .found(OBJECT_SEARCH, 0.8, "b a d")
                .found(IMAGE_SEARCH, 0.6, "e b")
                .limit(5)
                .blend();

        // Quotas 3, 1 and 1, turns V O V I V.
        assertThat(blend.order()).isEqualTo("a b c e d");
        assertThat(blend.origins())
                .isEqualTo("visual-search#1(object-search#2) object-search#1(visual-search#2,image-search#2)"
                        + " visual-search#3 image-search#1 object-search#3");
        assertThat(blend.shares()).isEqualTo("2/3+0 1/1+1 1/1+0");
    }

    @Test
    void blend_imageOfTwoSourcesWithoutPlaceForTheSecond_namesBoth() {
        Blend blend = Mixing.of(LENS)
                .found(VISUAL_SEARCH, 1, "a b")
                .found(IMAGE_SEARCH, 0.6, "b c a")
                .limit(1)
                .blend();

        assertThat(blend.origins()).isEqualTo("visual-search#1(image-search#3)");
    }

    @Test
    void blend_nearDuplicates_collapseIntoTheEarlier() {
        Blend blend = Mixing.of(LENS)
                .alike("a", "copy1", "copy2", "copy3")
                .found(VISUAL_SEARCH, 1, "a copy1 b")
                .found(OBJECT_SEARCH, 0.8, "copy2 c")
                .found(IMAGE_SEARCH, 0.6, "d copy3")
                .limit(4)
                .blend();

        // Quotas 2, 1 and 1, turns V O I V; the third copy is met when all places are filled.
        assertThat(blend.order()).isEqualTo("a c d b");
        assertThat(blend.duplicates()).isEqualTo("a=copy2,copy1,copy3");
        assertThat(blend.shares()).isEqualTo("2/2+0 1/1+0 1/1+0");
    }

    @Test
    void blend_nearDuplicateOfTwoSources_isNamedOnce() {
        Blend blend = Mixing.of(LENS)
                .alike("a", "copy")
                .found(VISUAL_SEARCH, 1, "a copy")
                .found(OBJECT_SEARCH, 0.8, "copy b")
                .blend();

        assertThat(blend.order()).isEqualTo("a b");
        assertThat(blend.duplicates()).isEqualTo("a=copy");
    }

    @Test
    void blend_onlyNearDuplicates_areOneResult() {
        Blend blend = Mixing.of(RELATED)
                .alike("a", "copy1", "copy2")
                .found(VISUAL_SEARCH, 1, "copy1 a copy2")
                .blend();

        assertThat(blend.order()).isEqualTo("copy1");
        assertThat(blend.duplicates()).isEqualTo("copy1=a,copy2");
        assertThat(blend.shares()).isEqualTo("1/10+0 0/0+0 0/0+0 0/0+0");
    }

    @Test
    void blend_queryImage_isNeitherResultNorDuplicate() {
        Blend blend = Mixing.of(RELATED)
                .about("a")
                .alike("a", "copy1", "copy2")
                .found(VISUAL_SEARCH, 1, "copy1 a copy2 b")
                .blend();

        assertThat(blend.order()).isEqualTo("copy1 b");
        assertThat(blend.duplicates()).isEqualTo("copy1=copy2");
    }

    @Test
    void blend_sameImageTwiceInOneSource_countsOnce() {
        Blend blend = Mixing.of(RELATED).found(VISUAL_SEARCH, 1, "a b a").blend();

        assertThat(blend.order()).isEqualTo("a b");
        assertThat(blend.origins()).isEqualTo("visual-search#1 visual-search#2");
    }

    @Test
    void blend_severalGroups_areBlendedByThemselves() {
        SearchedQuery one = Mixing.of(LENS).visual(3).limit(2).searched();
        SearchedQuery other = Mixing.of(LENS).found(VISUAL_SEARCH, 1, "v2 v1").searched();

        BlendedQuery blended = new CandidateBlender()
                .blend(new SearchedQuery(
                        one.understood(),
                        one.policy(),
                        List.of(one.focuses().getFirst(), other.focuses().getFirst())));

        assertThat(blended.groups())
                .extracting(group -> group.results().stream()
                        .map(result -> result.candidate().image().keys().getFirst())
                        .toList())
                .containsExactly(List.of("v1.png", "v2.png"), List.of("v2.png", "v1.png"));
    }

    @Test
    void blend_sourceThatIsOffInTheMix_isADefect() {
        SearchedQuery lens = Mixing.of(LENS).visual(1).objects(0.9, 1).searched();
        SearchedQuery related = Mixing.of(RELATED).searched();
        SearchedFocus mixedUp = new SearchedFocus(
                related.focuses().getFirst().focus(), lens.focuses().getFirst().outcomes());

        assertThatThrownBy(() -> new CandidateBlender()
                        .blend(new SearchedQuery(lens.understood(), lens.policy(), List.of(mixedUp))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("related")
                .hasMessageContaining("object-search");
    }
}
