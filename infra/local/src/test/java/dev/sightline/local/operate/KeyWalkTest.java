package dev.sightline.local.operate;

import static dev.sightline.testkit.Fixtures.NOW;
import static dev.sightline.testkit.Fixtures.aSourceVersion;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.index.Source;
import dev.sightline.testkit.InMemoryImageStore;
import dev.sightline.testkit.InMemorySourceRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyWalkTest {

    private final InMemoryImageStore bucket = new InMemoryImageStore();
    private final InMemorySourceRegistry registry = new InMemorySourceRegistry();

    @Test
    void next_overNothing_isEmpty() {
        assertThat(walk("", "")).isEmpty();
    }

    @Test
    void next_overBothSides_mergesThemInTheOrderOfTheirBytes() {
        put("a", "c", "\uFB01");
        record("b", "c", "\uD83D\uDE00");

        assertThat(walk("", ""))
                .containsExactly("a object", "b source", "c both", "\uFB01 object", "\uD83D\uDE00 source");
    }

    @Test
    void next_overManyPages_givesEachKeyOnce() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 2500; i++) {
            String key = "k%04d".formatted(i);
            put(key);
            if (i % 2 == 0) {
                record(key);
            }
            expected.add(key + (i % 2 == 0 ? " both" : " object"));
        }
        assertThat(walk("", "")).isEqualTo(expected);
    }

    @Test
    void next_withPrefix_staysBelowIt() {
        put("p", "p/a", "q");
        record("o", "p", "p/b", "p2", "q");

        assertThat(walk("p/", "")).containsExactly("p/a object", "p/b source");
        assertThat(walk("p", "")).containsExactly("p both", "p/a object", "p/b source", "p2 source");
    }

    @Test
    void next_afterKey_goesOnBehindIt() {
        put("p/a", "p/b", "p/c");
        record("p/a", "p/c");

        assertThat(walk("p/", "p/a")).containsExactly("p/b object", "p/c both");
        assertThat(walk("", "p/b")).containsExactly("p/c both");
        assertThat(walk("p/", "p/c")).isEmpty();
    }

    private void put(String... keys) {
        for (String key : keys) {
            bucket.put(key, new byte[1]);
        }
    }

    private void record(String... keys) {
        for (String key : keys) {
            registry.record(Source.pending(
                    aSourceVersion().withKey(key).withSequencer("01").build(), "e", NOW));
        }
    }

    private List<String> walk(String prefix, String afterKey) {
        KeyWalk walk = KeyWalk.over(bucket, registry, prefix, afterKey);
        List<String> seen = new ArrayList<>();
        for (Optional<KnownKey> next = walk.next(); next.isPresent(); next = walk.next()) {
            KnownKey known = next.get();
            String where = known.object() == null ? "source" : known.source() == null ? "object" : "both";
            seen.add(known.key() + " " + where);
        }
        return seen;
    }
}
