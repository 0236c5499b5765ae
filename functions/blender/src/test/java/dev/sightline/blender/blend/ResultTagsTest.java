package dev.sightline.blender.blend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.blender.receive.Refinement;
import dev.sightline.blender.search.Candidate;
import dev.sightline.blender.search.Candidate.Lookalike;
import dev.sightline.events.Frame;
import dev.sightline.index.StoredImage;
import dev.sightline.policy.CandidateSource;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResultTagsTest {

    @Test
    void of_labelsOfManyResults_areOrderedByCountThenConfidenceThenName() {
        List<BlendedResult> results = List.of(
                result(1, label("hare", 0.9), label("fox", 0.2), label("wolf", 0.3), label("elk", 0.25)),
                result(2, label("hare", 0.1), label("fox", 0.2), label("wolf", 0.4), label("elk", 0.25)),
                result(3, label("hare", 0.1), label("cat", 0.25), label("owl", 0.9)),
                result(4, label("cat", 0.25), label("dog", 0.9)));

        assertThat(ResultTags.of(results, Refinement.NONE))
                .containsExactly(tag("hare", 3), tag("wolf", 2), tag("cat", 2), tag("elk", 2), tag("fox", 2));
    }

    @Test
    void of_labelOfAllResults_isNoTag() {
        List<BlendedResult> results = List.of(
                result(1, label("animal", 0.9), label("hare", 0.5)),
                result(2, label("animal", 0.9), label("hare", 0.5)),
                result(3, label("animal", 0.1)));

        assertThat(ResultTags.of(results, Refinement.NONE)).containsExactly(tag("hare", 2));
    }

    @Test
    void of_labelThatWasSent_isNoTag() {
        List<BlendedResult> results = List.of(
                result(1, label("hare", 0.9), label("grass", 0.5)),
                result(2, label("hare", 0.9), label("grass", 0.5)),
                result(3));

        assertThat(ResultTags.of(results, new Refinement(List.of("hare"), null)))
                .containsExactly(tag("grass", 2));
    }

    @Test
    void of_labelTwiceAtOneResult_countsOnceWithTheLargerConfidence() {
        List<BlendedResult> results = List.of(
                result(1, label("hare", 0.2), label("hare", 0.9), label("grass", 0.6)),
                result(2, label("hare", 0.2), label("grass", 0.6)),
                result(3));

        assertThat(ResultTags.of(results, Refinement.NONE)).containsExactly(tag("grass", 2), tag("hare", 2));
    }

    @Test
    void of_moreLabelsThanTags_keepsTheMostFrequent() {
        Label[] many = IntStream.range(0, 12)
                .mapToObj(i -> label("label " + (char) ('a' + i), 0.5))
                .toArray(Label[]::new);
        List<BlendedResult> results =
                List.of(result(1, many), result(2, many), result(3, label("label l", 0.1)), result(4));

        assertThat(ResultTags.of(results, Refinement.NONE))
                .extracting(ResultTag::name)
                .containsExactly(
                        "label l", "label a", "label b", "label c", "label d", "label e", "label f", "label g",
                        "label h", "label i");
    }

    @Test
    void of_collapsedNearDuplicates_doNotCount() {
        BlendedResult collapsed = new BlendedResult(
                result(1, label("hare", 0.9)).candidate(),
                CandidateSource.VISUAL_SEARCH,
                1,
                List.of(),
                List.of(Fixtures.aSignature(7), Fixtures.aSignature(8)));

        assertThat(ResultTags.of(List.of(collapsed, result(2)), Refinement.NONE))
                .isEmpty();
    }

    @Test
    void of_fewResults_haveNoTags() {
        assertThat(ResultTags.of(List.of(), Refinement.NONE)).isEmpty();
        assertThat(ResultTags.of(List.of(result(1, label("hare", 1))), Refinement.NONE))
                .isEmpty();
    }

    private static ResultTag tag(String name, int count) {
        return new ResultTag(name, count);
    }

    private static Label label(String name, double confidence) {
        return new Label(name, confidence);
    }

    private static BlendedResult result(int rank, Label... labels) {
        ImageSignature signature = Fixtures.aSignature(rank);
        StoredImage image = new StoredImage(
                signature,
                Fixtures.aModelSet().id(),
                List.of("images/%d.png".formatted(rank)),
                new Frame("png", 100, 50, 0),
                List.of(labels),
                List.of(),
                Fixtures.anEmbedding(rank).binary(),
                Fixtures.NOW);
        Candidate candidate = new Candidate(image, new Lookalike(rank, rank / 64.0, 0.5));
        return new BlendedResult(candidate, CandidateSource.VISUAL_SEARCH, rank, List.of(), List.of());
    }
}
