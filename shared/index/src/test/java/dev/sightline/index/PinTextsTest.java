package dev.sightline.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.BoardRecord;
import dev.sightline.events.PinRecord;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.PinId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PinTextsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final ImageSignature IMAGE = ImageSignature.of(new byte[] {1});
    private static final BoardRecord KITCHEN = board(1, "Kitchens");
    private static final Map<BoardId, BoardRecord> BOARDS = Map.of(KITCHEN.id(), KITCHEN);

    @Test
    void of_onePin_halfBelievesEachOfItsWords() {
        ImageTexts texts = PinTexts.of(List.of(pin(1, "The red Chair", "a chair in 1920")), BOARDS);

        assertThat(texts.texts()).containsExactly(new ImageText("The red Chair", "Kitchens", "a chair in 1920"));
        assertThat(texts.annotations())
                .containsExactly(
                        new TextAnnotation("chair", 1, 0.5),
                        new TextAnnotation("kitchens", 1, 0.5),
                        new TextAnnotation("red", 1, 0.5));
    }

    @Test
    void of_formsOfOneStem_countTogether_andShowTheMostFrequent() {
        ImageTexts texts =
                PinTexts.of(List.of(pin(1, "chairs", ""), pin(2, "Chair", ""), pin(3, "CHAIRS", "chair")), BOARDS);

        assertThat(texts.annotations().getFirst()).isEqualTo(new TextAnnotation("chairs", 3, 0.75));
    }

    @Test
    void of_equallyFrequentForms_showsTheFirstByName() {
        assertThat(PinTexts.of(List.of(pin(1, "chairs", ""), pin(2, "chair", "")), Map.of())
                        .annotations())
                .containsExactly(new TextAnnotation("chair", 2, 2 / 3.0));
    }

    @Test
    void of_twoWordsSideBySide_isAnAnnotationOnceTwoPinsHaveThem() {
        PinRecord one = pin(1, "my ice creams", "");
        PinRecord other = pin(2, "", "Ice cream, melted");
        PinRecord apart = pin(3, "ice or cream", "");

        assertThat(words(PinTexts.of(List.of(one, apart), Map.of()))).doesNotContain("ice cream", "ice creams");
        assertThat(PinTexts.of(List.of(one, other, apart), Map.of()).annotations())
                .contains(
                        new TextAnnotation("ice", 3, 0.75),
                        new TextAnnotation("cream", 3, 0.75),
                        new TextAnnotation("ice cream", 2, 0.5));
    }

    @Test
    void of_pinsInAnyOrder_isTheSame() {
        List<PinRecord> pins = IntStream.range(0, 120)
                .mapToObj(i -> pin(i, "word%s thing%s".formatted((char) ('a' + i % 26), (char) ('a' + i % 7)), "x" + i))
                .toList();

        ImageTexts texts = PinTexts.of(pins, BOARDS);

        assertThat(PinTexts.of(pins.reversed(), BOARDS)).isEqualTo(texts);
        assertThat(texts.annotations()).hasSizeLessThanOrEqualTo(PinTexts.MAX_ANNOTATIONS);
        assertThat(texts.texts()).hasSize(PinTexts.MAX_TEXTS);
        assertThat(texts.texts().getFirst().description()).isEqualTo("x119");
    }

    @Test
    void of_pinsWithoutWords_hasNoAnnotations() {
        assertThat(PinTexts.of(List.of(pin(1, "", "the 42 !")), Map.of()).annotations())
                .isEmpty();
    }

    private static List<String> words(ImageTexts texts) {
        return texts.annotations().stream().map(TextAnnotation::text).toList();
    }

    private static BoardRecord board(int number, String name) {
        return new BoardRecord(new BoardId("brd-%032x".formatted(number)), name, "", NOW, NOW);
    }

    private static PinRecord pin(int number, String title, String description) {
        Instant at = NOW.plusSeconds(number);
        PinId id = new PinId(IMAGE, "%032x".formatted(number));
        return new PinRecord(id, KITCHEN.id(), title, description, "", at, at);
    }
}
