package dev.sightline.blender.rank;

import static dev.sightline.blender.Corpus.AT_0;
import static dev.sightline.blender.Corpus.AT_20;
import static dev.sightline.blender.Corpus.AT_45;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.blender.Corpus;
import dev.sightline.blender.blend.BlendedGroup;
import dev.sightline.blender.blend.BlendedResult;
import dev.sightline.blender.rank.PoolRanking.Pool;
import dev.sightline.blender.search.Candidate;
import dev.sightline.blender.search.Candidate.Finding;
import dev.sightline.blender.search.Candidate.HeldWords;
import dev.sightline.blender.search.Candidate.Lookalike;
import dev.sightline.blender.understand.QueryFocus.WholeImage;
import dev.sightline.blender.understand.Understanding;
import dev.sightline.index.SearchView;
import dev.sightline.policy.CandidateSource;
import dev.sightline.policy.MixName;
import dev.sightline.testkit.InMemoryEngagementIndex;
import dev.sightline.testkit.InMemoryPinIndex;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.visual.ImageSignature;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolLookupTest {

    private final SearchView view = Corpus.writeTo(new InMemoryVisualIndex()).open();
    private final PoolLookup lookup =
            new PoolLookup(new InMemoryPinIndex(), new InMemoryEngagementIndex(), Duration.ofMinutes(5));

    @Test
    void facts_ofACandidateThatBringsItsCosine_holdNoVectorOfIt() {
        WholeImage focus = new WholeImage(Corpus.embedding(0), Understanding.NONE, MixName.RELATED);
        List<BlendedResult> results = List.of(
                result(AT_45, CandidateSource.VISUAL_SEARCH, new Lookalike(1, 0.1, 0.7)),
                result(AT_20, CandidateSource.IMAGE_SEARCH, new HeldWords(List.of("cup"), 0.5, false)));

        PoolFacts facts = lookup.facts(new Pool(AT_0, new BlendedGroup(focus, results, List.of(), List.of())), view);

        assertThat(facts.embeddings()).containsOnlyKeys(AT_20);
        assertThat(facts.objects()).isNotNull();
    }

    private BlendedResult result(ImageSignature image, CandidateSource source, Finding finding) {
        return new BlendedResult(
                new Candidate(view.image(image).orElseThrow(), finding), source, 1, List.of(), List.of());
    }
}
