package dev.sightline.visual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessScopeTest {

    @ParameterizedTest
    @CsvSource({
        "collections/spring/a.png, spring",
        "collections/spring/collections/autumn/a.png, spring",
        "collections/spring/../autumn/a.png, spring",
        "uploads/2026/a.png, default",
        "collections/spring, default",
        "collections//a.png, default",
        "collections/Spring/a.png, default",
        "Collections/spring/a.png, default",
        "a/collections/spring/a.png, default",
        "collections/\u0455pring/a.png, default",
        "/collections/spring/a.png, default",
        "collections/default/a.png, default"
    })
    void ofKey_always_isTheFolderBelowCollections(String key, String name) {
        assertThat(ImageCollection.ofKey(key)).isEqualTo(new ImageCollection(name));
    }

    @Test
    void keyPrefix_always_leadsIntoTheCollection() {
        ImageCollection spring = new ImageCollection("spring");

        assertThat(ImageCollection.ofKey(spring.keyPrefix() + "uploads/a.png")).isEqualTo(spring);
        assertThat(ImageCollection.DEFAULT.keyPrefix()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Spring", "a b", "a/b", "..", "\u0455pring"})
    void name_ofAnotherForm_isRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ImageCollection(name));
    }

    @Test
    void visible_always_isWhatLiesInTheCollection() {
        List<String> keys = List.of("a.png", "collections/spring/b.png", "collections/autumn/c.png");

        assertThat(AccessScope.ALL.visible(keys)).isEqualTo(keys);
        assertThat(AccessScope.of(new ImageCollection("spring")).visible(keys))
                .containsExactly("collections/spring/b.png");
        assertThat(AccessScope.of(ImageCollection.DEFAULT).visible(keys)).containsExactly("a.png");
    }
}
