package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.events.AnalyzedObject;
import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexGenerations;
import dev.sightline.index.IndexProbe;
import dev.sightline.index.IndexProbe.Candidate;
import dev.sightline.index.IndexProbe.Held;
import dev.sightline.index.IndexProbe.Scanned;
import dev.sightline.index.IndexedImage;
import dev.sightline.index.VisualSearch;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.HammingDistance;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.SightlineException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What every {@link IndexProbe} shows of an index. */
public abstract class IndexProbeContract {

    private static final int IMAGES = 40;
    private static final double COSINE_TOLERANCE = 1e-6;
    private static final Embedding QUERY = Fixtures.anEmbedding(100);

    /** The index that is probed, empty at the start of a test; the same one throughout a test. */
    protected abstract ImageIndex index();

    /** The generations of the index. */
    protected abstract IndexGenerations generations();

    /** Probes one of them. */
    protected abstract IndexProbe probe(IndexGeneration generation);

    private IndexProbe probe() {
        return probe(new IndexGeneration(Fixtures.aModelSet().id(), 1));
    }

    /** Makes everything written so far visible to searches. */
    protected abstract void catchUp();

    @Test
    void candidates_areAllThatABruteForceScanFindsByHammingDistance() {
        fill();

        List<Candidate> candidates = probe().candidates(search(5, 2));

        List<Integer> distances = seeds().mapToObj(IndexProbeContract::distance)
                .sorted()
                .limit(10)
                .toList();
        assertThat(candidates).extracting(Candidate::hammingDistance).containsExactlyElementsOf(distances);
        assertThat(candidates)
                .allSatisfy(candidate ->
                        assertThat(candidate.hammingDistance()).isEqualTo(distance(seedOf(candidate.signature()))));
    }

    @Test
    void exact_equalsABruteForceScanByCosine() {
        fill();

        List<Scanned> scanned = probe().exact(search(7, 1));

        List<Long> expected = seeds().boxed()
                .sorted(Comparator.comparingDouble(seed -> -cosine(seed)))
                .limit(7)
                .toList();
        assertThat(scanned).extracting(found -> seedOf(found.signature())).containsExactlyElementsOf(expected);
        assertThat(scanned)
                .allSatisfy(found -> assertThat(found.cosine())
                        .isCloseTo(cosine(seedOf(found.signature())), within(COSINE_TOLERANCE)));
    }

    @Test
    void exact_withTiedCosines_ordersBySignature() {
        write(3, Fixtures.anEmbedding(7));
        write(1, Fixtures.anEmbedding(7));
        write(2, Fixtures.anEmbedding(7));
        catchUp();

        assertThat(probe().exact(search(3, 1)))
                .extracting(Scanned::signature)
                .hasSize(3)
                .isSorted();
    }

    @Test
    void exactAndCandidates_leaveOutExcludedImages() {
        fill();
        ImageSignature excluded = probe().exact(search(1, 1)).getFirst().signature();
        VisualSearch search = new VisualSearch(QUERY, Fixtures.aModelSet().id(), IMAGES, 1, Set.of(excluded));

        assertThat(probe().exact(search))
                .extracting(Scanned::signature)
                .hasSize(IMAGES - 1)
                .doesNotContain(excluded);
        assertThat(probe().candidates(search))
                .extracting(Candidate::signature)
                .hasSize(IMAGES - 1)
                .doesNotContain(excluded);
    }

    @Test
    void sample_sameSeed_givesTheSameImages() {
        fill();

        List<ImageSignature> sample = probe().sample(10, 1);

        assertThat(sample).hasSize(10).doesNotHaveDuplicates();
        assertThat(probe().sample(10, 1)).isEqualTo(sample);
        assertThat(probe().sample(10, 2)).isNotEqualTo(sample);
        assertThat(probe().sample(100, 1)).hasSize(IMAGES);
    }

    @Test
    void sample_ofNoneOrTooMany_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> probe().sample(0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> probe().sample(10_001, 1))
                .withMessageContaining("10001");
    }

    @Test
    void probe_ofGenerationWithoutImages_isEmpty() {
        generations().open(Fixtures.aModelSet());

        assertThat(probe().contents(null, 10)).isEmpty();
        assertThat(probe().sample(10, 1)).isEmpty();
        assertThat(probe().candidates(search(10, 1))).isEmpty();
        assertThat(probe().exact(search(10, 1))).isEmpty();
    }

    @Test
    void contents_arePagedBySignatureWithTheirObjects() {
        seeds().forEach(seed -> write(seed, (int) (seed % 3)));
        probe().refresh();

        List<Held> expected = seeds().mapToObj(seed -> new Held(Fixtures.aSignature(seed), (int) (seed % 3)))
                .sorted(Comparator.comparing(Held::signature))
                .toList();
        List<Held> first = probe().contents(null, 25);
        assertThat(first).isEqualTo(expected.subList(0, 25));
        assertThat(probe().contents(first.getLast().signature(), 1000)).isEqualTo(expected.subList(25, IMAGES));
    }

    @Test
    void probe_looksAtItsGenerationOnly() {
        fill();
        IndexGeneration next = generations().open(Fixtures.aModelSet());
        write(1, Fixtures.anEmbedding(1));
        catchUp();

        assertThat(probe(next).sample(100, 1)).containsExactly(Fixtures.aSignature(1));
        assertThat(probe(next).exact(search(10, 1))).hasSize(1);
        assertThat(probe(next).candidates(search(10, 1))).hasSize(1);
        assertThat(probe().sample(100, 1)).hasSize(IMAGES);
    }

    @Test
    void exactAndCandidates_ofAnotherModelSet_areRefused() {
        fill();
        VisualSearch other = new VisualSearch(QUERY, Fixtures.aModelSet("2").id(), 1, 1, Set.of());

        assertThat(refusal(() -> probe().exact(other))).isEqualTo(ErrorCode.MODEL_SET_MISMATCH);
        assertThat(refusal(() -> probe().candidates(other))).isEqualTo(ErrorCode.MODEL_SET_MISMATCH);
    }

    private static ErrorCode refusal(Runnable refused) {
        return Assertions.catchThrowableOfType(SightlineException.class, refused::run)
                .code();
    }

    private void fill() {
        seeds().forEach(seed -> write(seed, Fixtures.anEmbedding(seed)));
        catchUp();
    }

    private void write(long seed, int objects) {
        write(seed, Fixtures.anEmbedding(seed), objects);
    }

    private void write(long seed, Embedding embedding) {
        write(seed, embedding, 0);
    }

    private void write(long seed, Embedding embedding, int objects) {
        AnalyzedObject object = new AnalyzedObject(
                new DetectedObject("chair", 0.5, new NormalizedBox(0, 0, 0.5, 0.5)), Fixtures.anEmbedding(seed));
        assertThat(index().write(List.of(new IndexedImage(
                        Fixtures.aFeatureRecord()
                                .withSignature(Fixtures.aSignature(seed))
                                .withEmbedding(embedding)
                                .withObjects(
                                        Collections.nCopies(objects, object).toArray(AnalyzedObject[]::new))
                                .build(),
                        List.of("a.jpg"),
                        Fixtures.NOW))))
                .isEmpty();
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, IMAGES);
    }

    private static long seedOf(ImageSignature signature) {
        return seeds().filter(seed -> Fixtures.aSignature(seed).equals(signature))
                .findFirst()
                .orElseThrow();
    }

    private static int distance(long seed) {
        return HammingDistance.between(
                QUERY.binary(), Fixtures.anEmbedding(seed).binary());
    }

    private static double cosine(long seed) {
        return QUERY.dense().cosine(Fixtures.anEmbedding(seed).dense());
    }

    private static VisualSearch search(int limit, int oversample) {
        return new VisualSearch(QUERY, Fixtures.aModelSet().id(), limit, oversample, Set.of());
    }
}
