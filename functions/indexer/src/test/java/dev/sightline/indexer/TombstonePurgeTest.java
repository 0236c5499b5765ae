package dev.sightline.indexer;

import static dev.sightline.testkit.Fixtures.NOW;
import static dev.sightline.testkit.Fixtures.aSourceVersion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.events.SourceVersion;
import dev.sightline.index.Source;
import dev.sightline.index.SourceState;
import dev.sightline.testkit.InMemorySourceRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TombstonePurgeTest {

    private static final Duration AGE = Duration.ofDays(30);

    private final InMemorySourceRegistry registry = new InMemorySourceRegistry();

    @Test
    void purge_forgetsTombstonesOfThatAgeAndKeepsYoungerOnes() {
        registry.record(Source.removed(version("old.jpg"), NOW.minus(AGE).minusMillis(1)));
        registry.record(Source.removed(version("young.jpg"), NOW.minus(AGE)));

        purgeOf(AGE).purge();

        assertThat(registry.find(version("old.jpg").id())).isEmpty();
        assertThat(registry.find(version("young.jpg").id())).isPresent();
    }

    @Test
    void purge_withMoreThanOneBatch_forgetsAll() {
        for (int i = 0; i < 2001; i++) {
            registry.record(Source.removed(version(i + ".jpg"), NOW.minus(AGE).minusMillis(1)));
        }
        registry.record(Source.pending(version("a.jpg"), "etag", NOW.minus(AGE).minusMillis(1)));

        purgeOf(AGE).purge();

        assertThat(registry.counts()).isEqualTo(Map.of(SourceState.PENDING, 1L));
    }

    @Test
    void age_belowTheRetentionOfAQueue_isRefusedWithBothValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> purgeOf(Duration.ofDays(14).minusSeconds(1)))
                .withMessageContaining("PT336H")
                .withMessageContaining("PT335H59M59S");
        purgeOf(Duration.ofDays(14));
    }

    private TombstonePurge purgeOf(Duration age) {
        return new TombstonePurge(registry, Clock.fixed(NOW, ZoneOffset.UTC), age);
    }

    private static SourceVersion version(String key) {
        return aSourceVersion().withKey(key).build();
    }
}
