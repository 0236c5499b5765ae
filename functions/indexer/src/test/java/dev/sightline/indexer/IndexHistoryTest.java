package dev.sightline.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.SourceId;
import dev.sightline.index.Source;
import dev.sightline.index.SourceState;
import dev.sightline.index.StoredImage;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.ImageSignature;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever happened to the bucket, and however its events came: at the end the index says what the bucket says. */
class IndexHistoryTest {

    private static final List<String> KEYS = List.of("a.jpg", "b.jpg", "c.jpg");
    private static final int IMAGES = 4;

    @Property(tries = 400, seed = "20260102")
    void index_afterAnyHistory_equalsTheBucket(@ForAll("histories") List<Change> history, @ForAll long seed) {
        SimulatedPipeline pipeline = new SimulatedPipeline(seed);
        Set<String> touched = new TreeSet<>();
        for (Change change : history) {
            change.applyTo(pipeline);
            touched.addAll(pipeline.bucket().keySet());
            pipeline.deliverSome();
        }
        pipeline.deliverAll();

        assertThat(indexedKeys(pipeline)).isEqualTo(bucketKeys(pipeline));
        touched.forEach(key -> assertSettled(pipeline, key));
    }

    private static Map<ImageSignature, List<String>> bucketKeys(SimulatedPipeline pipeline) {
        return pipeline.bucket().values().stream()
                .filter(content -> !content.isBroken())
                .sorted((a, b) -> a.source().key().compareTo(b.source().key()))
                .collect(Collectors.groupingBy(
                        SimulatedPipeline.Content::signature,
                        TreeMap::new,
                        Collectors.mapping(content -> content.source().key(), Collectors.toList())));
    }

    private static Map<ImageSignature, List<String>> indexedKeys(SimulatedPipeline pipeline) {
        Map<ImageSignature, List<String>> keys = new TreeMap<>();
        for (int image = 0; image < IMAGES; image++) {
            ImageSignature signature = Fixtures.aSignature(image);
            pipeline.index().image(signature).map(StoredImage::keys).ifPresent(found -> keys.put(signature, found));
        }
        return keys;
    }

    private static void assertSettled(SimulatedPipeline pipeline, String key) {
        Source source = pipeline.registry().find(SourceId.ofKey(key)).orElseThrow();
        SimulatedPipeline.Content content = pipeline.bucket().get(key);
        SourceState expected =
                content == null ? SourceState.REMOVED : content.isBroken() ? SourceState.REJECTED : SourceState.INDEXED;
        assertThat(source.state()).as(key).isEqualTo(expected);
        assertThat(source.released()).as(key).isEmpty();
    }

    @Provide
    Arbitrary<List<Change>> histories() {
        Arbitrary<String> keys = Arbitraries.of(KEYS);
        Arbitrary<Change> puts = Combinators.combine(
                        keys, Arbitraries.integers().between(0, IMAGES - 1))
                .as((key, image) -> new Put(key, image));
        Arbitrary<Change> deletes = keys.map(Delete::new);
        return Arbitraries.frequencyOf(Tuple.of(3, puts), Tuple.of(1, deletes))
                .list()
                .ofMinSize(1)
                .ofMaxSize(15);
    }

    sealed interface Change {

        void applyTo(SimulatedPipeline pipeline);
    }

    record Put(String key, int image) implements Change {
        @Override
        public void applyTo(SimulatedPipeline pipeline) {
            pipeline.put(key, image);
        }
    }

    record Delete(String key) implements Change {
        @Override
        public void applyTo(SimulatedPipeline pipeline) {
            pipeline.delete(key);
        }
    }
}
