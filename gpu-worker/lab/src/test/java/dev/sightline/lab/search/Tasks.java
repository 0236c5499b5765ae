package dev.sightline.lab.search;

import dev.sightline.testkit.Fixtures;
import java.util.List;
import java.util.stream.IntStream;

/** Tasks of random embeddings, the same in every run. */
final class Tasks {

    static final int QUERIES = 30;

    private static final int LABELS = 3;

    private Tasks() {}

    static SearchTask random(int indexed) {
        return new SearchTask("random vectors", Fixtures.aModelSet(), images(0, indexed), images(10_000, QUERIES), 1);
    }

    static List<Embedded> images(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(Tasks::image).toList();
    }

    static Embedded image(int seed) {
        return new Embedded(Fixtures.aSignature(seed), "label " + seed % LABELS, Fixtures.anEmbedding(seed));
    }
}
