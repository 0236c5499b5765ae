package dev.sightline.blender.rank;

import dev.sightline.blender.Corpus;
import dev.sightline.blender.PatientPolicy;
import dev.sightline.blender.blend.BlendedGroup;
import dev.sightline.blender.blend.BlendedQuery;
import dev.sightline.blender.blend.BlendedResult;
import dev.sightline.blender.receive.ImageReference;
import dev.sightline.blender.receive.Limit;
import dev.sightline.blender.receive.VisualQuery.RelatedPins;
import dev.sightline.blender.search.Candidate;
import dev.sightline.blender.search.Candidate.HeldWords;
import dev.sightline.blender.search.SearchedQuery;
import dev.sightline.blender.understand.QueryFocus.WholeImage;
import dev.sightline.blender.understand.Understanding;
import dev.sightline.blender.understand.UnderstoodObject;
import dev.sightline.blender.understand.UnderstoodQuery;
import dev.sightline.index.SearchView;
import dev.sightline.policy.CandidateSource;
import dev.sightline.policy.MixName;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ObjectId;
import java.util.List;

/** The pool of the corpus' image at 0 degrees, all of it found by words, least similar first. Not thread-safe. */
final class RelatedPool {

    private final SearchView view;
    private Understanding understanding = Understanding.NONE;

    RelatedPool(SearchView view) {
        this.view = view;
    }

    /** From now on the query image has a dominant object. */
    RelatedPool withDominantObject() {
        UnderstoodObject cup = new UnderstoodObject(
                new ObjectId(Corpus.AT_0, 0), Corpus.CUP, Corpus.embedding(45), List.of(), 0.5, true, true);
        understanding = new Understanding(List.of(cup), List.of(), List.of(), null);
        return this;
    }

    /** As stage blend hands it over. */
    BlendedQuery blended(int limit) {
        WholeImage focus = new WholeImage(Corpus.embedding(0), understanding, MixName.RELATED);
        UnderstoodQuery understood = new UnderstoodQuery(
                new RelatedPins(ImageReference.parse(Corpus.AT_0.hex()), new Limit(limit)),
                Corpus.AT_0,
                null,
                Fixtures.aModelSet().id(),
                List.of(focus));
        List<BlendedResult> results = List.of(
                result(Corpus.AT_135, 1), result(Corpus.AT_75, 2), result(Corpus.AT_45, 3), result(Corpus.AT_20, 4));
        return new BlendedQuery(
                new SearchedQuery(understood, PatientPolicy.policy(), List.of()),
                List.of(new BlendedGroup(focus, results, List.of(), List.of())));
    }

    private BlendedResult result(ImageSignature image, int sourceRank) {
        Candidate candidate = new Candidate(view.image(image).orElseThrow(), new HeldWords(List.of("cup"), 0.5, false));
        return new BlendedResult(candidate, CandidateSource.IMAGE_SEARCH, sourceRank, List.of(), List.of());
    }
}
