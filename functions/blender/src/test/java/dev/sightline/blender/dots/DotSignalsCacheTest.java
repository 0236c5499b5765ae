package dev.sightline.blender.dots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.index.IndexGeneration;
import dev.sightline.policy.StandardPolicy;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.DotSignals;
import dev.sightline.visual.ObjectId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DotSignalsCacheTest {

    private static final DotSignals SIGNALS = new DotSignals(0.25, 0.5, null);

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void find_kept_isFoundUntilItsTimeIsOver() {
        DotSignalsCache cache = cache(10, Duration.ofSeconds(5));
        cache.keep(question(1, 1), SIGNALS);

        nanos.set(Duration.ofSeconds(5).toNanos() - 1);
        assertThat(cache.find(question(1, 1))).contains(SIGNALS);
        nanos.set(Duration.ofSeconds(5).toNanos());
        assertThat(cache.find(question(1, 1))).isEmpty();
    }

    @Test
    void find_otherObjectOrGeneration_isEmpty() {
        DotSignalsCache cache = cache(10, Duration.ofSeconds(5));
        cache.keep(question(1, 1), SIGNALS);

        assertThat(cache.find(question(2, 1))).isEmpty();
        assertThat(cache.find(question(1, 2))).isEmpty();
    }

    @Test
    void keep_moreThanTheSize_keepsTheSize() {
        DotSignalsCache cache = cache(3, Duration.ofSeconds(5));
        for (int i = 0; i < 20; i++) {
            cache.keep(question(i, 1), SIGNALS);
        }

        assertThat(cache.size()).isEqualTo(3);
    }

    @Test
    void keep_sizeOrTimeZero_keepsNothing() {
        DotSignalsCache none = cache(0, Duration.ofSeconds(5));
        DotSignalsCache brief = cache(10, Duration.ZERO);
        none.keep(question(1, 1), SIGNALS);
        brief.keep(question(1, 1), SIGNALS);

        assertThat(none.find(question(1, 1))).isEmpty();
        assertThat(brief.find(question(1, 1))).isEmpty();
    }

    private DotSignalsCache cache(long maxObjects, Duration keepFor) {
        return new DotSignalsCache(maxObjects, keepFor, nanos::get);
    }

    private static DotQuestion question(int object, int generation) {
        return DotQuestion.of(
                new ObjectId(Fixtures.aSignature(1), object),
                new IndexGeneration(Fixtures.aModelSet().id(), generation),
                AccessScope.ALL,
                StandardPolicy.policy());
    }
}
