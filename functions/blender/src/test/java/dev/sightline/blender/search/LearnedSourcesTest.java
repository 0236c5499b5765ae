package dev.sightline.blender.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.blender.Corpus;
import dev.sightline.blender.PatientPolicy;
import dev.sightline.blender.receive.ImageReference;
import dev.sightline.blender.receive.Limit;
import dev.sightline.blender.receive.VisualQuery.RelatedPins;
import dev.sightline.blender.search.Candidate.CoSaved;
import dev.sightline.blender.search.Candidate.Remembered;
import dev.sightline.blender.search.SourceOutcome.Failed;
import dev.sightline.blender.search.SourceOutcome.Found;
import dev.sightline.blender.search.SourceOutcome.NotTriggered;
import dev.sightline.blender.understand.NearDuplicate;
import dev.sightline.blender.understand.QueryContext;
import dev.sightline.blender.understand.QueryFocus;
import dev.sightline.blender.understand.QueryFocus.Crop;
import dev.sightline.blender.understand.QueryFocus.WholeImage;
import dev.sightline.blender.understand.TimeBudget;
import dev.sightline.blender.understand.Understanding;
import dev.sightline.blender.understand.UnderstoodQuery;
import dev.sightline.engagement.EngagementCounts;
import dev.sightline.engagement.EngagementRates;
import dev.sightline.engagement.Exposure;
import dev.sightline.engagement.PairCounts;
import dev.sightline.events.EngagementKind;
import dev.sightline.events.PinRecord;
import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.CandidateSource;
import dev.sightline.policy.MixName;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryEngagementIndex;
import dev.sightline.testkit.InMemoryPinIndex;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.PinId;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people saved and preferred as sources of Related Pins. */
class LearnedSourcesTest {

    private static final Exposure FIRST = new Exposure("web", 1);
    private static final EngagementRates RATES = new EngagementRates(Map.of(FIRST, Map.of(EngagementKind.SAVE, 0.01)));

    private final InMemoryVisualIndex index = Corpus.writeTo(new InMemoryVisualIndex());
    private final InMemoryPinIndex pins = new InMemoryPinIndex();
    private final InMemoryEngagementIndex engagement = new InMemoryEngagementIndex();
    private final CandidateSearch search =
            new CandidateSearch(10, new LearnedViews(pins, engagement), Clock.systemUTC());

    @Test
    void coSave_imagesOnTheSameBoards_areFoundWithTheNumberOfBoards() {
        save(Corpus.AT_0, 1, 2);
        save(Corpus.AT_135, 1, 2);
        save(Corpus.AT_75, 2, 3, 4);
        save(Corpus.AT_20, 5);

        Found found = found(search(whole(null)), CandidateSource.CO_SAVE);

        assertThat(signatures(found)).containsExactly(Corpus.AT_135, Corpus.AT_75);
        assertThat(found.candidates())
                .extracting(candidate -> ((CoSaved) candidate.finding()).boards())
                .containsExactly(2, 1);
    }

    @Test
    void coSave_ofTheNearDuplicate_countsAsIfItWereTheImage_neitherIsAnAnswer() {
        save(Corpus.AT_20, 1);
        save(Corpus.AT_0, 1);
        save(Corpus.AT_135, 1);

        Found found = found(search(whole(Corpus.AT_20)), CandidateSource.CO_SAVE);

        assertThat(signatures(found)).containsExactly(Corpus.AT_135);
    }

    @Test
    void coSave_imageThatIsNotIndexed_isLeftOut() {
        save(Corpus.AT_0, 1);
        save(Fixtures.aSignature(999), 1);

        assertThat(found(search(whole(null)), CandidateSource.CO_SAVE).candidates())
                .isEmpty();
    }

    @Test
    void winners_boostAboveThePolicys_areRememberedBestFirst() {
        did(pair(Corpus.AT_0, Corpus.AT_75, 100, 20), pair(Corpus.AT_0, Corpus.AT_135, 100, 30));

        Found found = found(search(whole(null)), CandidateSource.REMEMBERED_WINNERS);

        assertThat(signatures(found)).containsExactly(Corpus.AT_135, Corpus.AT_75);
        assertThat(((Remembered) found.candidates().getFirst().finding()).boost())
                .isEqualTo(Math.log((30 + 5) / (100 * 0.01 + 5)));
    }

    @Test
    void winners_boostBelowThePolicys_areForgotten() {
        did(pair(Corpus.AT_0, Corpus.AT_75, 100, 2), pair(Corpus.AT_20, Corpus.AT_135, 100, 30));

        assertThat(found(search(whole(null)), CandidateSource.REMEMBERED_WINNERS)
                        .candidates())
                .isEmpty();
    }

    @Test
    void winners_ofTheNearDuplicate_areRememberedToo_butNeitherOfTheTwo() {
        did(
                pair(Corpus.AT_20, Corpus.AT_135, 100, 30),
                pair(Corpus.AT_20, Corpus.AT_0, 100, 30),
                pair(Corpus.AT_0, Corpus.AT_20, 100, 30));

        assertThat(signatures(found(search(whole(Corpus.AT_20)), CandidateSource.REMEMBERED_WINNERS)))
                .containsExactly(Corpus.AT_135);
    }

    @Test
    void learned_photoOrPart_isNotAsked() {
        Crop crop = new Crop(Corpus.CUP.box(), Corpus.embedding(45), Understanding.NONE, MixName.RELATED);

        for (CandidateSource source : List.of(CandidateSource.CO_SAVE, CandidateSource.REMEMBERED_WINNERS)) {
            assertThat(outcome(search(crop), source))
                    .isEqualTo(
                            new NotTriggered(source, 0, "expected an indexed image as a whole, got a photo or a part"));
        }
    }

    @Test
    void learned_viewsThatDoNotAnswer_areNamedAndLeftOut() {
        pins.becomeUnavailable();
        engagement.becomeUnavailable();

        SearchedFocus focus = search(whole(null));

        assertThat(found(focus, CandidateSource.VISUAL_SEARCH).candidates()).isNotEmpty();
        for (CandidateSource source : List.of(CandidateSource.CO_SAVE, CandidateSource.REMEMBERED_WINNERS)) {
            assertThat(outcome(focus, source)).isEqualTo(new Failed(source, 1, ErrorCode.INDEX_UNAVAILABLE));
        }
    }

    private void save(ImageSignature image, int... boards) {
        pins.replace(Map.of(
                image,
                Arrays.stream(boards).mapToObj(board -> pin(image, board)).toList()));
    }

    private static PinRecord pin(ImageSignature image, int board) {
        BoardId onBoard = Fixtures.aBoard(board).id();
        String number = Fixtures.aPin(1, board).id().toString();
        PinId id = new PinId(image, number.substring(number.lastIndexOf('-') + 1));
        return new PinRecord(id, onBoard, "", "", "", Fixtures.NOW, Fixtures.NOW);
    }

    private void did(PairCounts... pairs) {
        engagement.replaceAll(List.of(pairs), Map.of(), RATES);
    }

    private static PairCounts pair(ImageSignature query, ImageSignature result, long shown, long saved) {
        return new PairCounts(
                query, result, new EngagementCounts(Map.of(FIRST, shown), Map.of(EngagementKind.SAVE, saved)));
    }

    private WholeImage whole(@Nullable ImageSignature duplicate) {
        @Nullable NearDuplicate like = duplicate == null
                ? null
                : new NearDuplicate(index.open().image(duplicate).orElseThrow(), 0.01);
        return new WholeImage(
                Corpus.embedding(0), new Understanding(List.of(), List.of(), List.of(), like), MixName.RELATED);
    }

    private SearchedFocus search(QueryFocus focus) {
        UnderstoodQuery query = new UnderstoodQuery(
                new RelatedPins(ImageReference.parse(Corpus.AT_0.hex()), Limit.DEFAULT),
                Corpus.AT_0,
                null,
                Fixtures.aModelSet().id(),
                List.of(focus));
        BlenderPolicy policy = PatientPolicy.policy();
        TimeBudget budget = TimeBudget.start(Duration.ofMinutes(5), System::nanoTime);
        return search.search(query, new QueryContext(index.open(), policy, budget))
                .focuses()
                .getFirst();
    }

    private static SourceOutcome outcome(SearchedFocus focus, CandidateSource source) {
        return focus.outcomes().stream()
                .filter(outcome -> outcome.source() == source)
                .findFirst()
                .orElseThrow();
    }

    private static Found found(SearchedFocus focus, CandidateSource source) {
        return (Found) outcome(focus, source);
    }

    private static List<ImageSignature> signatures(Found found) {
        return found.candidates().stream()
                .map(candidate -> candidate.image().signature())
                .toList();
    }
}
