package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.SourceVersion;
import dev.sightline.index.Source;
import dev.sightline.index.SourcePlace;
import dev.sightline.index.SourceRegistry;
import dev.sightline.index.SourceState;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageCollection;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link SourceRegistry} lists in the order of a time. */
public abstract class SourceListsContract {

    private static final ImageSignature FIRST = Fixtures.aSignature(1);
    private static final ImageSignature SECOND = Fixtures.aSignature(2);

    /** The registry under test, without any source at the start of a test; the same one throughout a test. */
    protected abstract SourceRegistry registry();

    /** Makes everything recorded so far be listed, where lists lag behind. */
    protected abstract void catchUp();

    @Test
    void newest_walksByTheMomentThatAVersionWasReceivedAndThenByKey() {
        pendingAt("b.jpg", daysAgo(1));
        pendingAt("a.jpg", daysAgo(1));
        pendingAt("old.jpg", daysAgo(3));
        pendingAt("new.jpg", Fixtures.NOW);
        registry().record(Source.rejected(version("no.jpg", "0A"), ErrorCode.EMPTY_IMAGE, "", daysAgo(2)));
        registry().record(Source.removed(version("gone.jpg", "0B"), Fixtures.NOW));
        catchUp();

        assertThat(walk(Set.of(SourceState.PENDING, SourceState.REJECTED)))
                .containsExactly("new.jpg", "a.jpg", "b.jpg", "no.jpg", "old.jpg");
        assertThat(walk(Set.of(SourceState.REJECTED))).containsExactly("no.jpg");
        assertThat(walk(Set.of(SourceState.FAILED))).isEmpty();
    }

    @Test
    void newest_whileSourcesChangeTheirState_repeatsAndMissesNone() {
        for (int i = 0; i < 6; i++) {
            pendingAt(i + ".jpg", daysAgo(i));
        }
        catchUp();
        Set<SourceState> states = Set.of(SourceState.PENDING, SourceState.INDEXED);
        List<Source> first = registry().newest(states, null, 3);

        registry().record(indexed("0.jpg", "0A", FIRST));
        registry().record(indexed("4.jpg", "0A", SECOND));
        pendingAt("new.jpg", Fixtures.NOW);
        catchUp();

        List<Source> second = registry().newest(states, SourcePlace.of(first.getLast()), 10);
        assertThat(first).extracting(source -> source.version().key()).containsExactly("0.jpg", "1.jpg", "2.jpg");
        assertThat(second).extracting(source -> source.version().key()).containsExactly("3.jpg", "4.jpg", "5.jpg");
    }

    @Test
    void newest_withinACollection_listsItsKeysOnly() {
        List<String> keys = List.of(
                "a.jpg",
                "collections/spring/b.jpg",
                "collections/spring/ü [x].jpg",
                "collections/springs/c.jpg",
                "collections/autumn/d.jpg",
                "collections/Spring/e.jpg",
                "collections/f.jpg",
                "collections/default/g.jpg");
        keys.forEach(key -> pendingAt(key, Fixtures.NOW));
        catchUp();

        for (String collection : List.of("spring", "autumn", "default", "winter")) {
            AccessScope scope = AccessScope.of(new ImageCollection(collection));
            assertThat(registry().newest(Set.of(SourceState.PENDING), null, 10, scope))
                    .extracting(source -> source.version().key())
                    .containsExactlyInAnyOrderElementsOf(scope.visible(keys));
        }
    }

    @Test
    void record_ofNextVersion_isReceivedWhenThatOneWas() {
        pendingAt("a.jpg", daysAgo(2));
        assertThat(registry().record(indexed("a.jpg", "0A", FIRST)).source().receivedAt())
                .isEqualTo(daysAgo(2));

        assertThat(registry().record(indexed("a.jpg", "0B", FIRST)).source().receivedAt())
                .isEqualTo(Fixtures.NOW);
    }

    @Test
    void lastIndexed_givesThoseThatWereIndexedLast() {
        registry().record(indexed("a.jpg", "0A", FIRST));
        registry().record(Source.indexed(version("b.jpg", "0A"), SECOND, new ModelSetId("m-1"), daysAgo(1)));
        registry().record(Source.rejected(version("c.jpg", "0A"), ErrorCode.DEFECT, "", Fixtures.NOW));
        catchUp();

        assertThat(registry().lastIndexed(10))
                .extracting(source -> source.version().key())
                .containsExactly("a.jpg", "b.jpg");
        assertThat(registry().lastIndexed(1)).hasSize(1);
    }

    private List<String> walk(Set<SourceState> states) {
        List<String> walked = new ArrayList<>();
        List<Source> page = registry().newest(states, null, 2);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(2);
            page.forEach(source -> walked.add(source.version().key()));
            page = registry().newest(states, SourcePlace.of(page.getLast()), 2);
        }
        return walked;
    }

    private void pendingAt(String key, Instant at) {
        registry().record(Source.pending(version(key, "0A"), "etag", at));
    }

    private static Instant daysAgo(int days) {
        return Fixtures.NOW.minus(Duration.ofDays(days));
    }

    private static SourceVersion version(String key, String sequencer) {
        return Fixtures.aSourceVersion().withKey(key).withSequencer(sequencer).build();
    }

    private static Source indexed(String key, String sequencer, ImageSignature signature) {
        return Source.indexed(version(key, sequencer), signature, new ModelSetId("m-1"), Fixtures.NOW);
    }
}
