package dev.sightline.index;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.Label;
import java.util.List;
import java.util.stream.Stream;

/**
 * The words of an image's labels at five levels of confidence: all of them, and those above 20, 40, 60 and 80 percent. In how many of these
 * fields a word is found, tells how sure the label is, in fifths.
 */
final class LabelLevels {

    private static final String ALL = "labels.name.words";
    private static final String LEVELS = "labelLevels";
    private static final List<Integer> PERCENTS = List.of(20, 40, 60, 80);
    private static final double PERCENT = 100;

    /** The five fields that are searched. */
    static final List<String> FIELDS = Stream.concat(
                    Stream.of(ALL), PERCENTS.stream().map(percent -> LEVELS + "." + name(percent)))
            .toList();

    private LabelLevels() {}

    static void write(List<Label> labels, ObjectNode document) {
        ObjectNode levels = document.putObject(LEVELS);
        for (int percent : PERCENTS) {
            ArrayNode names = levels.putArray(name(percent));
            labels.stream()
                    .filter(label -> label.confidence() > percent / PERCENT)
                    .map(Label::name)
                    .forEach(names::add);
        }
    }

    private static String name(int percent) {
        return "above" + percent;
    }
}
