package dev.sightline.blender.blend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.blender.Corpus;
import dev.sightline.blender.receive.Limit;
import dev.sightline.blender.receive.Refinement;
import dev.sightline.blender.receive.VisualQuery.Lens;
import dev.sightline.blender.receive.VisualQuery.Picture;
import dev.sightline.blender.search.Candidate;
import dev.sightline.blender.search.Candidate.Lookalike;
import dev.sightline.blender.search.SearchedFocus;
import dev.sightline.blender.search.SearchedQuery;
import dev.sightline.blender.search.SourceOutcome.Found;
import dev.sightline.blender.understand.QueryFocus;
import dev.sightline.blender.understand.QueryFocus.WholeImage;
import dev.sightline.blender.understand.Understanding;
import dev.sightline.blender.understand.UnderstoodQuery;
import dev.sightline.events.Frame;
import dev.sightline.index.StoredImage;
import dev.sightline.policy.CandidateSource;
import dev.sightline.policy.MixName;
import dev.sightline.policy.StandardPolicy;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.ImageSignature;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CandidateBlenderTest {

    private static final QueryFocus FOCUS = new WholeImage(Corpus.embedding(0), Understanding.NONE, MixName.LENS);

    private final CandidateBlender blender = new CandidateBlender();

    @Test
    void blend_queryImageAmongCandidates_dropsIt() {
        assertThat(blended(Corpus.AT_0, 10, Corpus.AT_20, Corpus.AT_0, Corpus.AT_45))
                .containsExactly(Corpus.AT_20, Corpus.AT_45);
    }

    @Test
    void blend_equalSignatures_keepsTheFirst() {
        assertThat(blended(null, 10, Corpus.AT_20, Corpus.AT_45, Corpus.AT_20))
                .containsExactly(Corpus.AT_20, Corpus.AT_45);
    }

    @Test
    void blend_moreThanTheLimit_cutsAfterDropping() {
        assertThat(blended(null, 2, Corpus.AT_20, Corpus.AT_20, Corpus.AT_45, Corpus.AT_75))
                .containsExactly(Corpus.AT_20, Corpus.AT_45);
    }

    private List<ImageSignature> blended(@Nullable ImageSignature image, int limit, ImageSignature... found) {
        UnderstoodQuery understood = new UnderstoodQuery(
                new Lens(new Picture(new byte[1]), Refinement.NONE, new Limit(limit)),
                image,
                null,
                Fixtures.aModelSet().id(),
                List.of(FOCUS));
        List<Candidate> candidates =
                Stream.of(found).map(CandidateBlenderTest::candidate).toList();
        SearchedFocus focus = new SearchedFocus(
                FOCUS, List.of(new Found(CandidateSource.VISUAL_SEARCH, 1, candidates, Duration.ZERO)));
        BlendedGroup group = blender.blend(new SearchedQuery(understood, StandardPolicy.policy(), List.of(focus)))
                .groups()
                .getFirst();
        return group.results().stream()
                .map(result -> result.candidate().image().signature())
                .toList();
    }

    private static Candidate candidate(ImageSignature signature) {
        StoredImage image = new StoredImage(
                signature,
                Fixtures.aModelSet().id(),
                List.of("a.png"),
                new Frame("png", 1, 1),
                List.of(),
                List.of(),
                Fixtures.anEmbedding(1).binary(),
                Fixtures.NOW);
        return new Candidate(image, new Lookalike(0, 0, 1));
    }
}
