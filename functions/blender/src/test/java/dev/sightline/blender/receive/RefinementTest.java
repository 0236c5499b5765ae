package dev.sightline.blender.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.visual.ErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefinementTest {

    @Test
    void ofFields_absentOrEmpty_narrowsNothing() {
        assertThat(Refinement.ofFields(null, null)).isEqualTo(Refinement.NONE);
        assertThat(Refinement.ofFields(List.of(), null)).isEqualTo(Refinement.NONE);
    }

    @Test
    void ofFields_tagsAndCategory_keepsTheirOrder() {
        Refinement refinement = Refinement.ofFields(List.of("wood", "hare"), "chair");

        assertThat(refinement.tags()).containsExactly("wood", "hare");
        assertThat(refinement.preferredCategory()).contains("chair");
    }

    @Test
    void ofFields_asManyAndAsLongAsAllowed_isAccepted() {
        List<@Nullable String> tags = List.copyOf(distinct(Refinement.MAX_TAGS));
        String longest = "x".repeat(Refinement.MAX_NAME_LENGTH);

        assertThat(Refinement.ofFields(tags, longest)).isEqualTo(new Refinement(distinct(8), longest));
    }

    @Test
    void ofFields_tooManyTags_namesBothNumbers() {
        assertInvalid(List.copyOf(distinct(9)), null, "expected at most 8 tags, got 9");
    }

    @Test
    void ofFields_equalTags_namesThemAndTheirPlaces() {
        assertInvalid(List.of("hare", "wood", "hare"), null, "got 'hare' in tags[0] and tags[2]");
    }

    @Test
    void ofFields_nameAbsentOrBlank_namesTheField() {
        assertInvalid(Arrays.asList("hare", null), null, "expected a name in tags[1], got null");
        assertInvalid(List.of(" "), null, "expected a name in tags[0], got ' '");
        assertInvalid(null, "", "expected a name in category, got ''");
    }

    @Test
    void ofFields_nameTooLong_namesBothNumbers() {
        String name = "y".repeat(101);

        assertInvalid(List.of(name), null, "expected at most 100 characters in tags[0], got 101: 'yyy");
        assertInvalid(null, name, "expected at most 100 characters in category, got 101: 'yyy");
    }

    private static List<String> distinct(int count) {
        return IntStream.range(0, count).mapToObj(i -> "tag " + i).toList();
    }

    private static void assertInvalid(
            @Nullable List<@Nullable String> tags, @Nullable String category, String message) {
        assertThatThrownBy(() -> Refinement.ofFields(tags, category))
                .hasMessageContaining(message)
                .extracting("code")
                .isEqualTo(ErrorCode.INVALID_REQUEST);
    }
}
