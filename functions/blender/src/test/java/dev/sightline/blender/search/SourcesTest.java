package dev.sightline.blender.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.blender.Corpus;
import dev.sightline.blender.EmptyViews;
import dev.sightline.blender.PatientPolicy;
import dev.sightline.blender.receive.Limit;
import dev.sightline.blender.receive.Refinement;
import dev.sightline.blender.receive.VisualQuery.Lens;
import dev.sightline.blender.receive.VisualQuery.Picture;
import dev.sightline.blender.search.Candidate.HeldObjects;
import dev.sightline.blender.search.Candidate.HeldWords;
import dev.sightline.blender.search.SourceOutcome.Failed;
import dev.sightline.blender.search.SourceOutcome.Found;
import dev.sightline.blender.search.SourceOutcome.Late;
import dev.sightline.blender.search.SourceOutcome.NotTriggered;
import dev.sightline.blender.understand.Annotation;
import dev.sightline.blender.understand.QueryContext;
import dev.sightline.blender.understand.QueryFocus;
import dev.sightline.blender.understand.QueryFocus.Crop;
import dev.sightline.blender.understand.QueryFocus.ObjectFocus;
import dev.sightline.blender.understand.QueryFocus.WholeImage;
import dev.sightline.blender.understand.TimeBudget;
import dev.sightline.blender.understand.Understanding;
import dev.sightline.blender.understand.UnderstoodObject;
import dev.sightline.blender.understand.UnderstoodQuery;
import dev.sightline.events.AnalyzedObject;
import dev.sightline.index.IndexedImage;
import dev.sightline.index.SearchView;
import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.CandidateSource;
import dev.sightline.policy.MixName;
import dev.sightline.policy.SourcePolicy;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ObjectId;
import dev.sightline.visual.SalientColor;
import dev.sightline.visual.SightlineException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Object Search and Image Search beside Visual Search: triggers, refinement, budgets and failures. */
class SourcesTest {

    private static final Duration AMPLE = Duration.ofMinutes(5);

    /** Long enough for a question to begin: what has not is never asked, so it is not interrupted. */
    private static final Duration SHORT = Duration.ofMillis(500);

    private static final Annotation SURE = new Annotation("at 45", 0.9, List.of());

    private final InMemoryVisualIndex index = Corpus.writeTo(new InMemoryVisualIndex());
    private final CandidateSearch search = new CandidateSearch(10, EmptyViews.create(), Clock.systemUTC());

    @Test
    void objectSearch_relevantObjects_findsTheImageThatHoldsThemWithItsBoxes() {
        Found found = found(search(understanding(List.of(object(Corpus.CUP, 45), object(Corpus.CHAIR, 80)))), 1);

        Candidate candidate = found.candidates().getFirst();
        assertThat(found.candidates()).hasSize(1);
        assertThat(candidate.image().signature()).isEqualTo(Corpus.AT_0);
        HeldObjects held = (HeldObjects) candidate.finding();
        assertThat(held.best().object().object().category()).isEqualTo("cup");
        assertThat(held.others())
                .extracting(other -> other.object().object().category())
                .containsExactly("chair");
        assertThat(held.score()).isCloseTo((1 + Math.cos(Math.toRadians(5))) / 2, within(1e-6));
        assertThat(found.confidence()).isEqualTo(0.9);
    }

    @Test
    void objectSearch_photoWithoutObject_isNotTriggeredAndSaysSo() {
        assertThat(search(Understanding.NONE).outcomes().get(1))
                .isEqualTo(
                        new NotTriggered(
                                CandidateSource.OBJECT_SEARCH,
                                0,
                                "expected an object with a confidence of at least 0.40 and a dominance of at least 0.05, got no object"));
    }

    @Test
    void objectSearch_onlyIrrelevantObjects_namesTheSurestWithItsNumbers() {
        UnderstoodObject weak = new UnderstoodObject(
                new ObjectId(Corpus.AT_20, 0),
                new DetectedObject("cup", 0.31, Corpus.CUP.box()),
                Corpus.embedding(45),
                List.of(),
                0.2,
                false,
                false);

        assertThat(search(understanding(List.of(weak))).outcomes().get(1))
                .isInstanceOfSatisfying(
                        NotTriggered.class,
                        not -> assertThat(not.reason())
                                .isEqualTo("expected an object with a confidence of at least 0.40 and a dominance of"
                                        + " at least 0.05, got 0.31 and 0.20 (cup)"));
    }

    @Test
    void objectSearch_cropWithoutAnyObject_isWhatIsSearchedFor() {
        Found found =
                objectSearch(new Crop(Corpus.CUP.box(), Corpus.embedding(45), Understanding.NONE, MixName.FLASHLIGHT));

        assertThat(found.confidence()).isOne();
        assertThat(found.candidates())
                .singleElement()
                .satisfies(candidate -> assertThat(((HeldObjects) candidate.finding())
                                .best()
                                .object()
                                .object()
                                .category())
                        .isEqualTo("cup"));
    }

    @Test
    void objectSearch_objectThatAClientPointsAt_isSearchedForThoughIrrelevant() {
        UnderstoodObject weak = new UnderstoodObject(
                new ObjectId(Corpus.AT_20, 0),
                new DetectedObject("cup", 0.31, Corpus.CUP.box()),
                Corpus.embedding(45),
                List.of(),
                0.01,
                false,
                false);

        Found found = objectSearch(new ObjectFocus(weak, understanding(List.of(weak)), MixName.FLASHLIGHT));

        assertThat(found.confidence()).isEqualTo(0.31);
        assertThat(signatures(found)).containsExactly(Corpus.AT_0.hex());
    }

    @Test
    void objectSearch_belowThePolicysConfidence_namesBothNumbers() {
        UnderstoodObject cup = object(new DetectedObject("cup", 0.4599999, Corpus.CUP.box()), 45);

        SearchedFocus focus = search(
                        index.open(), policy(AMPLE, 0.46), AMPLE, understanding(List.of(cup)), Refinement.NONE)
                .focuses()
                .getFirst();

        assertThat(focus.outcomes().get(1))
                .isInstanceOfSatisfying(
                        NotTriggered.class,
                        not -> assertThat(not.reason())
                                .isEqualTo(
                                        "expected a relevant object with a confidence of at least 0.46, got 0.4599 (cup)"));
    }

    @Test
    void imageSearch_sureAnnotation_findsByItsWords() {
        Found found = found(search(new Understanding(List.of(), List.of(SURE), List.of(), null)), 2);

        assertThat(found.candidates()).isNotEmpty();
        assertThat(found.candidates().getFirst().image().signature()).isEqualTo(Corpus.AT_45);
        HeldWords words = (HeldWords) found.candidates().getFirst().finding();
        assertThat(words.terms()).containsExactly("at 45");
        assertThat(words.score()).isEqualTo(1);
    }

    @Test
    void imageSearch_unsureAnnotation_namesBothNumbersAndTheAnnotation() {
        Annotation hare = new Annotation("hare", 0.31, List.of());

        assertThat(search(new Understanding(List.of(), List.of(hare), List.of(), null))
                        .outcomes()
                        .get(2))
                .isEqualTo(new NotTriggered(
                        CandidateSource.IMAGE_SEARCH,
                        0.31,
                        "expected an annotation with a confidence of at least 0.50, got 0.31 (hare)"));
        assertThat(search(Understanding.NONE).outcomes().get(2))
                .isInstanceOfSatisfying(
                        NotTriggered.class, not -> assertThat(not.reason()).endsWith("got no annotation"));
    }

    @Test
    void category_queryOfFood_isNamed() {
        Annotation pizza = new Annotation("pizza", 0.6, List.of());
        SearchedFocus food = search(new Understanding(List.of(), List.of(pizza), List.of(), null));

        assertThat(food.categoryRule())
                .hasValueSatisfying(rule -> assertThat(rule.name()).isEqualTo("food"));
        assertThat(search(Understanding.NONE).categoryRule()).isEmpty();
    }

    @Test
    void refinement_tag_isRequiredOfEverySource() {
        Understanding all = new Understanding(List.of(object(Corpus.CUP, 45)), List.of(SURE), List.of(), null);
        Refinement tag = new Refinement(List.of("at 45"), null);

        SearchedFocus focus = search(index.open(), PatientPolicy.policy(), AMPLE, all, tag)
                .focuses()
                .getFirst();

        assertThat(signatures(found(focus, 0))).containsExactly(Corpus.AT_45.hex());
        assertThat(found(focus, 1).candidates()).isEmpty();
        assertThat(signatures(found(focus, 2))).containsExactly(Corpus.AT_45.hex());
    }

    @Test
    void refinement_color_isRequiredOfEverySource() {
        Understanding all = new Understanding(List.of(object(Corpus.CUP, 45)), List.of(SURE), List.of(), null);
        index.write(List.of(new IndexedImage(
                Fixtures.aFeatureRecord()
                        .withSignature(Corpus.AT_45)
                        .withEmbedding(Corpus.embedding(45))
                        .withObjects(new AnalyzedObject(Corpus.CUP, Corpus.embedding(45)))
                        .withColors(new SalientColor("blue", 50, 0, -50, 0.5))
                        .build(),
                List.of(Corpus.key(45)),
                Fixtures.NOW)));
        Refinement blue = new Refinement(List.of(), null, "blue", Set.of());

        SearchedFocus focus = search(index.open(), PatientPolicy.policy(), AMPLE, all, blue)
                .focuses()
                .getFirst();

        assertThat(signatures(found(focus, 0))).containsExactly(Corpus.AT_45.hex());
        assertThat(signatures(found(focus, 1))).containsExactly(Corpus.AT_45.hex());
        assertThat(signatures(found(focus, 2))).isSubsetOf(Corpus.AT_45.hex());
    }

    @Test
    void refinement_excluded_areNoCandidatesOfAnySource() {
        Understanding all = new Understanding(List.of(object(Corpus.CUP, 45)), List.of(SURE), List.of(), null);
        Refinement others = new Refinement(List.of(), null, null, Set.of(Corpus.AT_45, Corpus.AT_0));

        SearchedFocus focus = search(index.open(), PatientPolicy.policy(), AMPLE, all, others)
                .focuses()
                .getFirst();

        assertThat(signatures(found(focus, 0)))
                .containsExactly(Corpus.AT_20.hex(), Corpus.AT_75.hex(), Corpus.AT_135.hex());
        for (int source = 1; source < 3; source++) {
            assertThat(signatures(found(focus, source))).doesNotContain(Corpus.AT_45.hex(), Corpus.AT_0.hex());
        }
    }

    @Test
    void refinement_categoryOfFewImages_fillsUpWithOthersMarkedAsFallback() {
        Refinement cups = new Refinement(List.of(), "cup");

        SearchedFocus focus = search(index.open(), PatientPolicy.policy(), AMPLE, Understanding.NONE, cups)
                .focuses()
                .getFirst();

        assertThat(signatures(found(focus, 0)))
                .containsExactly(
                        Corpus.AT_0.hex(),
                        Corpus.AT_20.hex(),
                        Corpus.AT_45.hex(),
                        Corpus.AT_75.hex(),
                        Corpus.AT_135.hex());
        assertThat(found(focus, 0).candidates())
                .extracting(Candidate::fallback)
                .containsExactly(false, true, true, true, true);
    }

    @Test
    void search_silentObjectsIndex_isLateAndInterruptedWhileTheOthersStay() throws InterruptedException {
        ScriptedView view = new ScriptedView(index.open()).silent("nearestObjects");

        SearchedFocus focus = search(
                        view.open(),
                        policy(SHORT, 0),
                        AMPLE,
                        understanding(List.of(object(Corpus.CUP, 45))),
                        Refinement.NONE)
                .focuses()
                .getFirst();

        assertThat(focus.outcomes().get(1)).isEqualTo(new Late(CandidateSource.OBJECT_SEARCH, 0.9, SHORT));
        assertThat(found(focus, 0).candidates()).hasSize(5);
        assertThat(view.interrupted().await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void search_failingObjectsIndex_isNamedWithItsCode() {
        ScriptedView view = new ScriptedView(index.open())
                .failing("nearestObjects", new SightlineException(ErrorCode.INDEX_UNAVAILABLE, "told to"));

        SearchedFocus focus = search(
                        view.open(),
                        policy(AMPLE, 0),
                        AMPLE,
                        understanding(List.of(object(Corpus.CUP, 45))),
                        Refinement.NONE)
                .focuses()
                .getFirst();

        assertThat(focus.outcomes().get(1))
                .isEqualTo(new Failed(CandidateSource.OBJECT_SEARCH, 0.9, ErrorCode.INDEX_UNAVAILABLE));
        assertThat(found(focus, 0).candidates()).hasSize(5);
    }

    @Test
    void search_everySourceFails_isUnavailableAndSaysWho() {
        ScriptedView view = new ScriptedView(index.open())
                .failing("nearest", new SightlineException(ErrorCode.INDEX_UNAVAILABLE, "told to"));

        assertThatThrownBy(() -> search(view.open(), policy(AMPLE, 0), AMPLE, Understanding.NONE, Refinement.NONE))
                .hasMessage("no source answered: visual-search failed with index-unavailable")
                .extracting("code")
                .isEqualTo(ErrorCode.INDEX_UNAVAILABLE);
    }

    @Test
    void search_requestWithoutTimeLeft_isUnavailable() {
        ScriptedView view = new ScriptedView(index.open()).silent("nearest");

        assertThatThrownBy(
                        () -> search(view.open(), policy(AMPLE, 0), Duration.ZERO, Understanding.NONE, Refinement.NONE))
                .hasMessage("no source answered: visual-search did not within 0 ms")
                .extracting("code")
                .isEqualTo(ErrorCode.INDEX_UNAVAILABLE);
    }

    private SearchedFocus search(Understanding understanding) {
        return search(index.open(), PatientPolicy.policy(), AMPLE, understanding, Refinement.NONE)
                .focuses()
                .getFirst();
    }

    private SearchedQuery search(
            SearchView view, BlenderPolicy policy, Duration total, Understanding seen, Refinement refinement) {
        QueryContext context = new QueryContext(view, policy, TimeBudget.start(total, System::nanoTime));
        return search.search(query(new WholeImage(Corpus.embedding(0), seen, MixName.LENS), refinement), context);
    }

    private Found objectSearch(QueryFocus focus) {
        QueryContext context =
                new QueryContext(index.open(), PatientPolicy.policy(), TimeBudget.start(AMPLE, System::nanoTime));
        SearchedQuery searched = search.search(query(focus, Refinement.NONE), context);
        return found(searched.focuses().getFirst(), 1);
    }

    private static UnderstoodQuery query(QueryFocus focus, Refinement refinement) {
        return new UnderstoodQuery(
                new Lens(new Picture(new byte[1]), refinement, Limit.DEFAULT),
                null,
                null,
                Fixtures.aModelSet().id(),
                List.of(focus));
    }

    /** The standard policy with another budget and least confidence of Object Search, and ample ones of the others. */
    private static BlenderPolicy policy(Duration objectSearch, double minConfidence) {
        BlenderPolicy standard = PatientPolicy.policy();
        Map<MixName, Map<CandidateSource, SourcePolicy>> mixes = new EnumMap<>(standard.mixes());
        mixes.put(
                MixName.LENS,
                Map.of(
                        CandidateSource.VISUAL_SEARCH, new SourcePolicy(1, 0, 0, AMPLE),
                        CandidateSource.OBJECT_SEARCH, new SourcePolicy(1, 0, minConfidence, objectSearch)));
        return new BlenderPolicy(
                "test",
                standard.dots(),
                standard.annotations(),
                standard.objects(),
                standard.nearDuplicate(),
                standard.related(),
                mixes,
                standard.categories());
    }

    private static Understanding understanding(List<UnderstoodObject> objects) {
        return new Understanding(objects, List.of(), List.of(), null);
    }

    private static UnderstoodObject object(DetectedObject object, int degrees) {
        return new UnderstoodObject(
                new ObjectId(Corpus.AT_20, 0), object, Corpus.embedding(degrees), List.of(), 0.3, false, true);
    }

    private static Found found(SearchedFocus focus, int source) {
        return (Found) focus.outcomes().get(source);
    }

    private static List<String> signatures(Found found) {
        return found.candidates().stream()
                .map(candidate -> candidate.image().signature().hex())
                .toList();
    }
}
