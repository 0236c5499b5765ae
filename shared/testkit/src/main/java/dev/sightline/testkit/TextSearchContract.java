package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.index.ImageIndex;
import dev.sightline.index.ImageText;
import dev.sightline.index.ImageTexts;
import dev.sightline.index.IndexedImage;
import dev.sightline.index.SearchFilter;
import dev.sightline.index.SearchView;
import dev.sightline.index.TextAnnotation;
import dev.sightline.index.TextMatch;
import dev.sightline.index.TextSearch;
import dev.sightline.index.VisualSearcher;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link SearchView} finds by words. */
public abstract class TextSearchContract {

    private static final double SCORE_TOLERANCE = 1e-6;

    /** The index under test, empty at the start of a test; the same one throughout a test. */
    protected abstract ImageIndex index();

    /** Reads the index under test. */
    protected abstract VisualSearcher searcher();

    /** Makes everything written so far visible to searches. */
    protected abstract void catchUp();

    @Test
    void matching_inIndexWithoutImages_isEmpty() {
        assertThat(matching(asked("chair"))).isEmpty();
    }

    @Test
    void matching_byLabelTitleAndBoard_givesTheWholeImage() {
        write(
                image(1, List.of("a.jpg"), "chair"),
                image(2, List.of("old chair.jpg"), "lamp"),
                image(3, List.of("chairs/1.jpg", "b/c.jpg"), "lamp"),
                image(4, List.of("table.jpg"), "lamp"));

        List<TextMatch> matches = matching(asked("chair"));

        assertThat(signatures(matches)).containsExactlyElementsOf(sorted(1, 2, 3));
        assertThat(matches).allSatisfy(match -> {
            assertThat(searcher().open().image(match.image().signature())).contains(match.image());
            assertThat(match.terms()).containsExactly("chair");
            assertThat(match.preferred()).isFalse();
        });
    }

    @Test
    void matching_comparesWordsByTheirStems() {
        write(image(1, List.of("boards/Grandma's Recipes.jpg")), image(2, List.of("receipt.jpg")));

        assertThat(signatures(matching(asked("recipe")))).containsExactly(Fixtures.aSignature(1));
        assertThat(signatures(matching(asked("GRANDMA")))).containsExactly(Fixtures.aSignature(1));
    }

    @Test
    void matching_ofAnImageOnBoards_looksAtItsPinsAndNotAtItsKeys() {
        ImageTexts written = new ImageTexts(
                List.of(new ImageText("Old chairs", "Grandma's Kitchen", "with a red cushion")),
                List.of(new TextAnnotation("old", 1, 0.5)));
        IndexedImage plain = image(1, List.of("lamps/1.jpg"));
        IndexedImage saved = new IndexedImage(plain.features(), plain.keys(), written, plain.indexedAt());
        write(saved);

        for (String words : List.of("chair", "kitchens", "red cushions")) {
            assertThat(matching(asked(words)))
                    .as(words)
                    .singleElement()
                    .extracting(TextMatch::image)
                    .satisfies(image -> assertThat(image.written()).isEqualTo(written));
        }
        assertThat(matching(asked("lamp"))).isEmpty();
        assertThat(searcher().open().image(saved.signature()).orElseThrow().annotations())
                .isEqualTo(written.annotations());
    }

    @Test
    void matching_ofSeveralWords_asksForThemSideBySideInOneText() {
        write(
                image(1, List.of("x.jpg"), "ice cream"),
                image(2, List.of("cream of ice.jpg")),
                image(3, List.of("ice/cream.jpg")),
                image(4, List.of("ice.jpg", "cream.jpg"), "ice", "cream"),
                image(5, List.of("my ice creams.jpg")));

        assertThat(signatures(matching(asked("ice cream")))).containsExactlyElementsOf(sorted(1, 5));
    }

    @Test
    void matching_addsTheConfidencesOfTheTermsThatAreHeld() {
        write(
                image(1, List.of("a.jpg"), "pizza"),
                image(2, List.of("pizza.jpg"), "cheese", "tomato"),
                image(3, List.of("a.jpg"), "cheese", "tomato"),
                image(4, List.of("a.jpg"), "tomato"));
        TextSearch search =
                search(List.of(new Label("tomato", 0.25), new Label("pizza", 0.75), new Label("cheese", 0.125)));

        List<TextMatch> matches = matching(search);

        assertThat(signatures(matches))
                .containsExactly(
                        Fixtures.aSignature(2), Fixtures.aSignature(1), Fixtures.aSignature(3), Fixtures.aSignature(4));
        assertThat(matches)
                .extracting(TextMatch::terms)
                .containsExactly(
                        List.of("tomato", "pizza", "cheese"),
                        List.of("pizza"),
                        List.of("tomato", "cheese"),
                        List.of("tomato"));
        List<Double> scores = List.of(1.125, 0.75, 0.375, 0.25);
        for (int i = 0; i < scores.size(); i++) {
            assertThat(matches.get(i).score()).isCloseTo(scores.get(i), within(SCORE_TOLERANCE));
        }
    }

    @Test
    void matching_byLabel_countsItsConfidenceInFifths() {
        write(
                labelled(1, new Label("chair", 0.19)),
                labelled(2, new Label("chair", 0.2)),
                labelled(3, new Label("chair", 0.21)),
                labelled(4, new Label("chair", 0.6), new Label("arm chair", 0.75)),
                labelled(5, new Label("chair", 1)),
                image(6, List.of("chair.jpg"), "lamp"));

        List<TextMatch> matches = matching(asked("chair"));

        List<ImageSignature> expected = Stream.of(sorted(5, 6), sorted(4), sorted(3), sorted(1, 2))
                .flatMap(List::stream)
                .toList();
        assertThat(signatures(matches)).containsExactlyElementsOf(expected);
        List<Double> scores = List.of(0.5, 0.5, 0.4, 0.2, 0.1, 0.1);
        for (int i = 0; i < scores.size(); i++) {
            assertThat(matches.get(i).score()).isCloseTo(scores.get(i), within(SCORE_TOLERANCE));
        }
    }

    private static IndexedImage labelled(long seed, Label... labels) {
        return new IndexedImage(
                Fixtures.aFeatureRecord()
                        .withSignature(Fixtures.aSignature(seed))
                        .withLabels(labels)
                        .build(),
                List.of("a.jpg"),
                Fixtures.NOW);
    }

    @Test
    void matching_withTiedScores_ordersBySignatureAndKeepsToTheLimit() {
        LongStream.rangeClosed(1, 12).forEach(seed -> write(image(seed, List.of("a.jpg"), "chair")));
        List<ImageSignature> all = sorted(LongStream.rangeClosed(1, 12).toArray());

        TextSearch search = new TextSearch(terms("chair"), List.of(), 5, Set.of(), SearchFilter.NONE);

        assertThat(signatures(matching(search))).containsExactlyElementsOf(all.subList(0, 5));
    }

    @Test
    void matching_putsTextsWithPreferredWordsFirst() {
        write(
                image(1, List.of("a.jpg"), "pizza", "tomato"),
                image(2, List.of("recipes/a.jpg"), "tomato"),
                image(3, List.of("quick recipe.jpg"), "pizza"),
                image(4, List.of("recipe.jpg"), "lamp"),
                image(5, List.of("b.jpg"), "tomato", "recipe"));
        List<Label> terms = List.of(new Label("pizza", 0.75), new Label("tomato", 0.5));

        List<TextMatch> matches =
                matching(new TextSearch(terms, List.of("cook", "recipe"), 10, Set.of(), SearchFilter.NONE));

        assertThat(signatures(matches))
                .containsExactly(
                        Fixtures.aSignature(3), Fixtures.aSignature(2), Fixtures.aSignature(1), Fixtures.aSignature(5));
        assertThat(matches).extracting(TextMatch::preferred).containsExactly(true, true, false, false);
        assertThat(matches.getFirst().score()).isCloseTo(0.75, within(SCORE_TOLERANCE));
        assertThat(signatures(matching(new TextSearch(terms, List.of("recipe"), 3, Set.of(), SearchFilter.NONE))))
                .containsExactly(Fixtures.aSignature(3), Fixtures.aSignature(2), Fixtures.aSignature(1));
    }

    @Test
    void matching_leavesOutExcludedImagesAndWhatTheFilterRefuses() {
        write(
                image(1, List.of("a.jpg"), "chair", "wood"),
                image(2, List.of("a.jpg"), "chair", "wood"),
                image(3, List.of("wood.jpg"), "chair"));
        SearchFilter wood = new SearchFilter(Set.of("wood"), null);

        assertThat(signatures(
                        matching(new TextSearch(terms("chair"), List.of(), 10, Set.of(Fixtures.aSignature(1)), wood))))
                .containsExactly(Fixtures.aSignature(2));
    }

    @Test
    void matching_ofWhatNobodyWrote_isEmpty() {
        write(image(1, List.of("the.jpg"), "chair"));

        assertThat(matching(asked("sofa"))).isEmpty();
        assertThat(matching(asked("the"))).isEmpty();
        assertThat(matching(asked("!?"))).isEmpty();
    }

    @Test
    void matching_ofIdsAndDatesInKeys_isEmpty() {
        write(image(1, List.of("uploads/2026/01/02/0d9a1f3e-5b7c-4d2e-9f8a-1b2c3d4e5f60/cat.jpg"), "lamp"));

        assertThat(signatures(matching(asked("cat")))).containsExactly(Fixtures.aSignature(1));
        assertThat(matching(asked("uploads"))).isEmpty();
        assertThat(matching(asked("2026"))).isEmpty();
    }

    private List<TextMatch> matching(TextSearch search) {
        return searcher().open().matching(search);
    }

    private void write(IndexedImage... images) {
        assertThat(index().write(List.of(images))).isEmpty();
        catchUp();
    }

    private static TextSearch asked(String term) {
        return search(terms(term));
    }

    private static List<Label> terms(String... names) {
        return Stream.of(names).map(name -> new Label(name, 0.5)).toList();
    }

    private static TextSearch search(List<Label> terms) {
        return new TextSearch(terms, List.of(), 10, Set.of(), SearchFilter.NONE);
    }

    private static IndexedImage image(long seed, List<String> keys, String... labels) {
        return new IndexedImage(
                Fixtures.aFeatureRecord()
                        .withSignature(Fixtures.aSignature(seed))
                        .withLabels(Stream.of(labels)
                                .map(name -> new Label(name, 1))
                                .toArray(Label[]::new))
                        .build(),
                keys,
                Fixtures.NOW);
    }

    private static List<ImageSignature> sorted(long... seeds) {
        return LongStream.of(seeds).mapToObj(Fixtures::aSignature).sorted().toList();
    }

    private static List<ImageSignature> signatures(List<TextMatch> matches) {
        return matches.stream().map(match -> match.image().signature()).toList();
    }
}
