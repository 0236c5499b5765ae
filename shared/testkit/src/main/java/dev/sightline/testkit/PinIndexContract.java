package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.events.PinRecord;
import dev.sightline.index.CoSaveScore;
import dev.sightline.index.CoSavedImage;
import dev.sightline.index.PinIndex;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.PinId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link PinIndex} does. */
public abstract class PinIndexContract {

    private static final double EXACT = 1e-12;

    /** The index under test, empty at the start of a test; the same one throughout a test. */
    protected abstract PinIndex index();

    /** Makes everything written so far visible to searches. */
    protected abstract void catchUp();

    @Test
    void anything_ofEmptyIndex_isEmpty() {
        assertThat(index().ofBoard(board(1), null, 10)).isEmpty();
        assertThat(index().imagesOfBoard(board(1), null, 10)).isEmpty();
        assertThat(index().images(null, 10)).isEmpty();
        assertThat(index().ofImages(Set.of(image(1)))).isEmpty();
        assertThat(index().find(pin(1, 1, 1).id())).isEmpty();
        assertThat(index().coSaved(Set.of(image(1)), 10, Set.of())).isEmpty();
        assertThat(index().coSaves(Set.of(image(1)), Set.of(image(2)))).isEmpty();
        assertThat(index().replace(Map.of(image(1), List.of()))).isEmpty();
        assertThat(index().replace(Map.of())).isEmpty();
    }

    @Test
    void find_whatWasWritten_isThereAtOnceWithEveryField() {
        PinRecord pin = new PinRecord(
                new PinId(image(1), "%032x".formatted(7)),
                board(1),
                "Grandma's \"chair\"",
                "line\nbreak é",
                "https://example.org/a?b=c",
                Fixtures.NOW.plusNanos(123_456_789),
                Fixtures.NOW.plusSeconds(60));

        write(pin);

        assertThat(index().find(pin.id())).contains(pin);
        assertThat(index().ofImages(Set.of(image(1), image(2)))).isEqualTo(Map.of(image(1), List.of(pin)));
        assertThat(index().images(null, 10)).containsExactly(image(1));
        catchUp();
        assertThat(index().ofBoard(board(1), null, 10)).containsExactly(pin);
    }

    @Test
    void replace_again_leavesExactlyTheNewPinsOfTheseImages() {
        write(pin(1, 1, 1), pin(1, 1, 2), pin(2, 1, 3));

        assertThat(index().replace(Map.of(image(1), List.of(pin(1, 2, 2), pin(1, 1, 4)))))
                .isEmpty();

        assertThat(index().ofImages(Set.of(image(1), image(2))))
                .isEqualTo(Map.of(
                        image(1), List.of(pin(1, 2, 2), pin(1, 1, 4)),
                        image(2), List.of(pin(2, 1, 3))));
        assertThat(index().find(pin(1, 1, 1).id())).isEmpty();
    }

    @Test
    void replace_byNothing_leavesNothingAnywhere() {
        write(pin(1, 1, 1), pin(1, 2, 2), pin(2, 1, 3));

        index().replace(Map.of(image(1), List.of()));
        index().replace(Map.of(image(1), List.of()));

        catchUp();
        assertThat(index().find(pin(1, 1, 1).id())).isEmpty();
        assertThat(index().images(null, 10)).containsExactly(image(2));
        assertThat(index().imagesOfBoard(board(1), null, 10)).containsExactly(image(2));
        assertThat(index().ofBoard(board(1), null, 10)).containsExactly(pin(2, 1, 3));
        assertThat(index().ofBoard(board(2), null, 10)).isEmpty();
        assertThat(index().coSaved(Set.of(image(2)), 10, Set.of())).isEmpty();
    }

    @Test
    void ofBoard_inPages_givesNewestFirstThenById() {
        List<PinRecord> pins = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            pins.add(pin(i, 1, i <= 3 ? 3 : i));
        }
        write(pins.toArray(PinRecord[]::new));
        write(pin(8, 2, 1));
        catchUp();

        List<PinRecord> read = new ArrayList<>();
        List<PinRecord> page = index().ofBoard(board(1), null, 2);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(2);
            read.addAll(page);
            page = index().ofBoard(board(1), page.getLast(), 2);
        }

        Stream<PinRecord> equalOnes =
                pins.stream().limit(3).sorted((a, b) -> a.id().toString().compareTo(b.id().toString()));
        assertThat(read)
                .containsExactlyElementsOf(
                        Stream.concat(pins.reversed().stream().limit(4), equalOnes)
                                .toList());
    }

    @Test
    void images_inPages_givesEachOnceInOrder() {
        write(pin(1, 1, 1), pin(1, 1, 2), pin(2, 1, 3), pin(3, 1, 4), pin(4, 2, 5));

        assertThat(index().imagesOfBoard(board(1), null, 10)).containsExactlyElementsOf(sorted(1, 2, 3));
        List<ImageSignature> all = sorted(1, 2, 3, 4);
        assertThat(index().images(null, 3)).containsExactlyElementsOf(all.subList(0, 3));
        assertThat(index().images(all.get(2), 3)).containsExactlyElementsOf(all.subList(3, 4));
        assertThat(index().images(all.get(3), 3)).isEmpty();
    }

    @Test
    void coSaved_countsEachBoardOnce_andCorrectsForPopularity() {
        write(pin(1, 1, 1), pin(1, 1, 2), pin(1, 2, 3));
        write(pin(2, 1, 4), pin(2, 2, 5));
        write(pin(3, 1, 6), pin(3, 1, 7), pin(3, 2, 8), pin(3, 3, 9), pin(3, 4, 10), pin(3, 5, 11), pin(3, 6, 12));
        write(pin(4, 2, 13));
        write(pin(5, 3, 14));
        catchUp();

        List<CoSavedImage> found = index().coSaved(Set.of(image(1)), 10, Set.of());

        assertThat(found).extracting(CoSavedImage::image).containsExactly(image(2), image(3), image(4));
        assertThat(found).extracting(CoSavedImage::boards).containsExactly(2, 2, 1);
        assertThat(found.get(0).score()).isCloseTo(CoSaveScore.of(2, 2, 2), within(EXACT));
        assertThat(found.get(1).score()).isCloseTo(CoSaveScore.of(2, 2, 6), within(EXACT));
        assertThat(found.get(2).score()).isCloseTo(CoSaveScore.of(1, 2, 1), within(EXACT));
        assertThat(index().coSaved(Set.of(image(1)), 1, Set.of(image(2))))
                .extracting(CoSavedImage::image)
                .containsExactly(image(3));
    }

    @Test
    void coSaved_ofSeveralImages_takesTheirBoardsTogether() {
        write(pin(1, 1, 1), pin(2, 2, 2), pin(2, 1, 3), pin(3, 1, 4), pin(3, 2, 5), pin(4, 2, 6));
        catchUp();

        assertThat(index().coSaved(Set.of(image(1), image(2)), 10, Set.of()))
                .extracting(CoSavedImage::image, CoSavedImage::boards)
                .containsExactly(tuple(image(3), 2), tuple(image(4), 1));
    }

    @Test
    void coSaved_ofEqualScore_isInOrderOfSignatures() {
        write(pin(1, 1, 1), pin(2, 1, 2), pin(3, 1, 3), pin(4, 1, 4));
        catchUp();

        assertThat(index().coSaved(Set.of(image(1)), 10, Set.of()))
                .extracting(CoSavedImage::image)
                .containsExactlyElementsOf(sorted(2, 3, 4));
    }

    @Test
    void coSaves_ofGivenImages_isAsCoSavedSays() {
        write(pin(1, 1, 1), pin(1, 2, 2), pin(2, 1, 3), pin(3, 2, 4), pin(3, 3, 5), pin(4, 3, 6));
        catchUp();

        Map<ImageSignature, CoSavedImage> found =
                index().coSaves(Set.of(image(1)), Set.of(image(1), image(3), image(4), image(9)));

        assertThat(found).containsOnlyKeys(image(3));
        assertThat(index().coSaved(Set.of(image(1)), 10, Set.of())).containsAll(found.values());
    }

    /** Writes pins, each image with exactly those that are given. */
    private void write(PinRecord... pins) {
        Map<ImageSignature, List<PinRecord>> byImage = new HashMap<>();
        Arrays.stream(pins)
                .forEach(pin -> byImage.computeIfAbsent(pin.id().image(), absent -> new ArrayList<>())
                        .add(pin));
        assertThat(index().replace(byImage)).isEmpty();
    }

    private static List<ImageSignature> sorted(long... seeds) {
        return LongStream.of(seeds)
                .mapToObj(PinIndexContract::image)
                .sorted((a, b) -> a.hex().compareTo(b.hex()))
                .toList();
    }

    private static ImageSignature image(long seed) {
        return Fixtures.aSignature(seed);
    }

    private static BoardId board(int number) {
        return new BoardId("brd-%032x".formatted(number));
    }

    /** A pin that was made {@code second} seconds after others; of an image, its id is that of the second. */
    private static PinRecord pin(long image, int board, int second) {
        return new PinRecord(
                new PinId(image(image), "%032x".formatted(second)),
                board(board),
                "title",
                "",
                "",
                Fixtures.NOW.plusSeconds(second),
                Fixtures.NOW.plusSeconds(second));
    }
}
