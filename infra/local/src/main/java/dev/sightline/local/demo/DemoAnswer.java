package dev.sightline.local.demo;

import dev.sightline.local.ask.QueryAnswer;
import dev.sightline.local.ask.QueryAnswer.Result;
import dev.sightline.visual.NormalizedBox;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One query of the demonstration with its answer.
 *
 * @param title the kind of query
 * @param question what was asked, in words
 * @param picture file of the image that was asked about, any format
 * @param marks boxes to draw on it
 * @param truth what a good answer is
 * @param answer what the API said
 */
record DemoAnswer(String title, String question, Path picture, List<Mark> marks, DemoTruth truth, QueryAnswer answer) {

    DemoAnswer {
        marks = List.copyOf(marks);
    }

    /** How good the answer is, in words. */
    String verdict() {
        List<Result> results = answer.groups().isEmpty()
                ? List.of()
                : answer.groups().getFirst().results();
        long right = results.stream().filter(truth::isRight).count();
        String shown = "%d of %d results show “%s”.".formatted(right, results.size(), truth.label());
        return truth.key()
                .map(key -> "%s %s".formatted(place(key, results), shown))
                .orElse(shown);
    }

    private static String place(String key, List<Result> results) {
        Optional<Integer> rank = results.stream()
                .filter(result -> result.keys().contains(key))
                .map(Result::rank)
                .findFirst();
        return rank.map(place -> "The image itself (%s) is at rank %d.".formatted(key, place))
                .orElseGet(() -> "The image itself (%s) was not found.".formatted(key));
    }

    /** A box with a caption; the one that was asked about stands out. */
    record Mark(NormalizedBox box, String caption, Emphasis emphasis) {}

    /** How a box is drawn. */
    enum Emphasis {
        ASKED,
        DETECTED
    }
}
