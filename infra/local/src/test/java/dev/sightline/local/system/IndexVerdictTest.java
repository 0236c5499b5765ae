package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.local.system.IndexContents.Document;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndexVerdictTest {

    private static final Map<String, String> STATES =
            Map.of("own/a", "indexed", "own/b", "indexed", "own/c", "rejected");

    @Test
    void of_indexThatEqualsItsBucket_isClean() {
        IndexVerdict verdict =
                verdict(STATES, List.of(document("1", "own/a"), document("2", "own/b")), List.of("1/0", "1/1"));

        assertThat(verdict.isClean()).isTrue();
        assertThat(verdict.counts()).isEqualTo("lost = 0, duplicated = 0, stuck = 0");
    }

    @Test
    void of_otherBytesUnderTheKey_areOneLostAndOneTooMany() {
        IndexVerdict verdict = verdict(STATES, List.of(document("9", "own/a"), document("2", "own/b")), List.of());

        assertThat(verdict.counts()).isEqualTo("lost = 1, duplicated = 1, stuck = 0");
    }

    @Test
    void of_pendingAndFailedSources_areLostAndStuck() {
        Map<String, String> states = Map.of("own/a", "failed", "own/c", "pending");

        IndexVerdict verdict = verdict(states, List.of(), List.of());

        assertThat(verdict.lost()).containsExactlyInAnyOrder("own/a: failed", "own/b: unknown", "own/c: pending");
        assertThat(verdict.stuck()).containsExactly("own/c");
    }

    @Test
    void of_documentOfADeletedKeyOrWithoutAnImageOrTwice_isTooMuch() {
        List<Document> images =
                List.of(document("1", "own/a", "own/deleted"), document("2", "own/b"), document("2", "own/b"));

        IndexVerdict verdict = verdict(STATES, images, List.of("3/0", "1/0", "1/0"));

        assertThat(verdict.duplicated())
                .containsExactlyInAnyOrder(
                        "image 1 for own/deleted", "object 3/0 without its image", "2, 2 times", "1/0, 2 times");
    }

    @Test
    void of_documentsOfOthers_areTheirs() {
        List<Document> images =
                List.of(document("1", "own/a", "other/a"), document("2", "own/b"), document("8", "other/b"));

        assertThat(verdict(STATES, images, List.of("8/0")).isClean()).isTrue();
    }

    private static IndexVerdict verdict(Map<String, String> states, List<Document> images, List<String> objects) {
        return IndexVerdict.of(
                Map.of("own/a", "1", "own/b", "2"),
                List.of("own/c"),
                new IndexContents(states, images, objects),
                "own/");
    }

    private static Document document(String signature, String... keys) {
        return new Document(signature, Set.of(keys));
    }
}
