package dev.sightline.index;

import dev.sightline.events.BoardRecord;
import dev.sightline.events.PinRecord;
import dev.sightline.visual.BoardId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Sums up what the pins of an image say: each title, description and board name is cut into words and stemmed ({@link EnglishWords}); a word, or two
 * words side by side, counts once a pin, and forms with the same stems count together. Two words are an annotation only if two pins have them.
 *
 * <p>The order of the pins does not matter. Of more than {@value #MAX_ANNOTATIONS} annotations those of most pins are kept, of more than {@value
 * #MAX_TEXTS} texts those of the newest pins, so that an image's document does not grow for ever; equal ones by text and by id.
 */
public final class PinTexts {

    static final int MAX_ANNOTATIONS = 50;
    static final int MAX_TEXTS = 50;

    private static final Comparator<PinRecord> NEWEST_FIRST = Comparator.comparing(
                    PinRecord::createdAt, Comparator.reverseOrder())
            .thenComparing(pin -> pin.id().toString());
    private static final Comparator<TextAnnotation> MOST_PINS_FIRST =
            Comparator.comparingInt(TextAnnotation::pins).reversed().thenComparing(TextAnnotation::text);

    private PinTexts() {}

    /**
     * Sums pins up.
     *
     * @param pins all pins of one image, 1 or more
     * @param boards their boards; a pin whose board is missing counts by its own words
     */
    public static ImageTexts of(List<PinRecord> pins, Map<BoardId, BoardRecord> boards) {
        List<ImageText> texts =
                pins.stream().sorted(NEWEST_FIRST).map(pin -> text(pin, boards)).toList();
        return new ImageTexts(texts.stream().distinct().limit(MAX_TEXTS).toList(), annotations(texts));
    }

    private static ImageText text(PinRecord pin, Map<BoardId, BoardRecord> boards) {
        BoardRecord board = boards.get(pin.board());
        return new ImageText(pin.title(), board == null ? "" : board.name(), pin.description());
    }

    private static List<TextAnnotation> annotations(List<ImageText> texts) {
        Map<List<String>, Tally> tallies = new HashMap<>();
        for (ImageText text : texts) {
            Map<List<String>, String> ofPin = new HashMap<>();
            Stream.of(text.title(), text.description(), text.board())
                    .map(EnglishWords::phrases)
                    .forEach(phrases -> phrases.forEach(ofPin::putIfAbsent));
            ofPin.forEach((stems, form) ->
                    tallies.computeIfAbsent(stems, absent -> new Tally()).add(form));
        }
        return tallies.entrySet().stream()
                .filter(tally -> tally.getKey().size() == 1 || tally.getValue().pins > 1)
                .map(tally -> tally.getValue().annotation(texts.size()))
                .sorted(MOST_PINS_FIRST)
                .limit(MAX_ANNOTATIONS)
                .toList();
    }

    /** The forms of one phrase, by the number of pins. Not thread-safe. */
    private static final class Tally {

        private final Map<String, Integer> forms = new TreeMap<>();
        private int pins;

        void add(String form) {
            forms.merge(form, 1, Integer::sum);
            pins++;
        }

        TextAnnotation annotation(int allPins) {
            String mostFrequent = forms.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey)
                    .orElseThrow();
            return new TextAnnotation(mostFrequent, pins, pins / (allPins + 1.0));
        }
    }
}
