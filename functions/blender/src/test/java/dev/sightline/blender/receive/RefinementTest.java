package dev.sightline.blender.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageCollection;
import dev.sightline.visual.ImageSignature;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefinementTest {

    @Test
    void of_absentOrEmpty_narrowsNothing() {
        assertThat(Refinement.of(new Refinement.Fields(null, null, null, null, null)))
                .isEqualTo(Refinement.NONE);
        assertThat(Refinement.of(new Refinement.Fields(List.of(), null, null, null, null)))
                .isEqualTo(Refinement.NONE);
    }

    @Test
    void of_tagsAndCategory_keepsTheirOrder() {
        Refinement refinement =
                Refinement.of(new Refinement.Fields(List.of("wood", "hare"), "chair", null, null, null));

        assertThat(refinement.tags()).containsExactly("wood", "hare");
        assertThat(refinement.preferredCategory()).contains("chair");
    }

    @Test
    void of_asManyAndAsLongAsAllowed_isAccepted() {
        List<@Nullable String> tags = List.copyOf(distinct(Refinement.MAX_TAGS));
        String longest = "x".repeat(Refinement.MAX_NAME_LENGTH);

        assertThat(Refinement.of(new Refinement.Fields(tags, longest, null, null, null)))
                .isEqualTo(new Refinement(distinct(8), longest));
    }

    @Test
    void of_tooManyTags_namesBothNumbers() {
        assertInvalid(List.copyOf(distinct(9)), null, "expected at most 8 tags, got 9");
    }

    @Test
    void of_equalTags_namesThemAndTheirPlaces() {
        assertInvalid(List.of("hare", "wood", "hare"), null, "got 'hare' in tags[0] and tags[2]");
    }

    @Test
    void of_nameAbsentOrBlank_namesTheField() {
        assertInvalid(Arrays.asList("hare", null), null, "expected a name in tags[1], got null");
        assertInvalid(List.of(" "), null, "expected a name in tags[0], got ' '");
        assertInvalid(null, "", "expected a name in category, got ''");
    }

    @Test
    void of_nameTooLong_namesBothNumbers() {
        String name = "y".repeat(101);

        assertInvalid(List.of(name), null, "expected at most 100 characters in tags[0], got 101: 'yyy");
        assertInvalid(null, name, "expected at most 100 characters in category, got 101: 'yyy");
    }

    private static List<String> distinct(int count) {
        return IntStream.range(0, count).mapToObj(i -> "tag " + i).toList();
    }

    private static void assertInvalid(
            @Nullable List<@Nullable String> tags, @Nullable String category, String message) {
        assertThatThrownBy(() -> Refinement.of(new Refinement.Fields(tags, category, null, null, null)))
                .hasMessageContaining(message)
                .extracting("code")
                .isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    @Test
    void of_colorAndExcluded_areKept() {
        ImageSignature image = Fixtures.aSignature(1);

        Refinement refinement = narrowed("grey", List.of(image.hex(), image.hex()));

        assertThat(refinement.color()).isEqualTo("grey");
        assertThat(refinement.exclude()).containsExactly(image);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gray", "Red", "#ff0000"})
    void of_unknownColor_namesTheKnownOnes(String color) {
        assertThatThrownBy(() -> narrowed(color, null))
                .hasMessageContaining("black, white, grey")
                .hasMessageContaining("got '%s'".formatted(color))
                .hasFieldOrPropertyWithValue("code", ErrorCode.INVALID_REQUEST);
    }

    @Test
    void of_moreThanMayBeExcluded_namesBothNumbers() {
        List<@Nullable String> images =
                Collections.nCopies(201, Fixtures.aSignature(1).hex());

        assertThat(narrowed(null, images.subList(0, 200)).exclude()).hasSize(1);
        assertThatThrownBy(() -> narrowed(null, images))
                .hasMessageContaining("expected at most 200 images in exclude, got 201");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "x", "src-60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"})
    void of_excludedThatIsNoImageId_isRefused(@Nullable String id) {
        assertThatThrownBy(() -> narrowed(null, Collections.singletonList(id)))
                .hasMessageContaining("expected image ids of 64 hex digits in exclude, got '%s'".formatted(id));
    }

    @Test
    void of_collection_isKept() {
        assertThat(inCollection("spring-2026").collection()).isEqualTo(new ImageCollection("spring-2026"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Spring", "a/b", "..", "spr\u0131ng", "a234567890123456789012345678901234567890x"})
    void of_whatIsNoNameOfACollection_isRefused(String name) {
        assertThatThrownBy(() -> inCollection(name))
                .hasMessageContaining("expected collection to match [a-z0-9-]{1,40}, got '%s'".formatted(name))
                .extracting("code")
                .isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    private static Refinement inCollection(String name) {
        return Refinement.of(new Refinement.Fields(null, null, null, null, name));
    }

    private static Refinement narrowed(@Nullable String color, @Nullable List<@Nullable String> exclude) {
        return Refinement.of(new Refinement.Fields(null, null, color, exclude, null));
    }
}
