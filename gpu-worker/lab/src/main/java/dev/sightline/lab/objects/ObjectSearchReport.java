package dev.sightline.lab.objects;

import dev.sightline.lab.metrics.GroupBootstrap;
import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What P8 found, in tables, words and pictures. */
record ObjectSearchReport(
        ObjectSearchComparison.Inputs inputs,
        SearchablePictures index,
        List<ScoredSearch> searches,
        SceneSearch scenes) {

    private static final int DECIMALS = 3;
    private static final Cell NO_QUERY = new Cell.Missing("no query has an answer");

    ObjectSearchReport {
        searches = List.copyOf(searches);
    }

    Section section() {
        return new Section(
                "p8",
                "P8: Object Search against whole-picture search",
                summary(),
                List.of(precision(), gain(), sceneTable()),
                List.of(),
                new ObjectSearchGallery(
                                index,
                                search(Answers.OTHER_PICTURES, VectorDistance.COSINE, SearchedViews.DETECTED),
                                search(Answers.OTHER_PICTURES, VectorDistance.COSINE, SearchedViews.WHOLE))
                        .galleries());
    }

    private Table precision() {
        List<List<Cell>> rows = new ArrayList<>();
        for (ScoredSearch one : searches) {
            rows.add(List.of(
                    new Cell.Text(one.answers().words()),
                    new Cell.Text(one.search().distance().words()),
                    new Cell.Text(one.search().views().words()),
                    new Cell.Count(one.queries().size()),
                    estimate(one.scores(), QueryScore::atFive),
                    estimate(one.scores(), QueryScore::atTen)));
        }
        return new Table(
                "p8-precision",
                "Precision of answers to crops of objects, by which pictures may answer and what of them is searched",
                List.of("answers", "distance", "searched", "queries", "P@5", "P@10"),
                rows);
    }

    private Table gain() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Answers answers : Answers.values()) {
            for (VectorDistance distance : VectorDistance.values()) {
                List<QueryScore> gain = gain(answers, distance);
                rows.add(List.of(
                        new Cell.Text(answers.words()),
                        new Cell.Text(distance.words()),
                        new Cell.Count(gain.size()),
                        estimate(gain, QueryScore::atFive),
                        estimate(gain, QueryScore::atTen)));
            }
        }
        return new Table(
                "p8-gain",
                "Detected objects minus whole pictures, query by query",
                List.of("answers", "distance", "queries", "at 5", "at 10"),
                rows);
    }

    private List<QueryScore> gain(Answers answers, VectorDistance distance) {
        return search(answers, distance, SearchedViews.DETECTED).minus(search(answers, distance, SearchedViews.WHOLE));
    }

    private Table sceneTable() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Answers answers : Answers.values()) {
            SceneSearch.Scores scores = scenes.scores(answers);
            rows.add(sceneRow(answers, "objects", scores.objects()));
            rows.add(sceneRow(answers, "whole pictures", scores.whole()));
            rows.add(sceneRow(answers, "objects minus whole pictures", scores.gain()));
        }
        return new Table(
                "p8-scenes",
                "Whole pictures as queries, by %.1f relevant objects each on average or by their own embedding: the share of the query's kinds of things that a result shows"
                        .formatted(scenes.objectsPerQuery()),
                List.of("answers", "searched by", "queries", "at 5", "at 10"),
                rows);
    }

    private List<Cell> sceneRow(Answers answers, String by, List<QueryScore> scores) {
        return List.of(
                new Cell.Text(answers.words()),
                new Cell.Text(by),
                new Cell.Count(scores.size()),
                estimate(scores, QueryScore::atFive),
                estimate(scores, QueryScore::atTen));
    }

    private ScoredSearch search(Answers answers, VectorDistance distance, SearchedViews views) {
        return searches.stream()
                .filter(one -> one.answers() == answers
                        && one.search().distance() == distance
                        && one.search().views() == views)
                .findFirst()
                .orElseThrow();
    }

    private String summary() {
        long boxes = index.pictures().stream()
                .mapToLong(picture -> picture.detectedBoxes().size())
                .sum();
        long empty = index.pictures().stream()
                .filter(picture -> picture.detectedBoxes().isEmpty())
                .count();
        return "Measured on %s (%d pictures, %d detected objects, none in %d pictures) with %s and %s; seed %d, intervals from %d resamplings of the pictures. %s"
                .formatted(
                        inputs.dataSet().name(),
                        index.pictures().size(),
                        boxes,
                        empty,
                        inputs.detector().ref().id(),
                        inputs.encoder().embedder().id(),
                        inputs.seed(),
                        ObjectSearchComparison.RESAMPLES,
                        verdict());
    }

    private String verdict() {
        Optional<Interval> gain = atTen(SearchedViews.DETECTED);
        Optional<Interval> ideal = atTen(SearchedViews.TRUE_BOXES);
        if (gain.isEmpty() || ideal.isEmpty()) {
            return "No object occurs in two pictures, so nothing was asked.";
        }
        return "%s With a detector without mistakes it would be %.3f (%.3f to %.3f)."
                .formatted(
                        verdict(gain.get()),
                        ideal.get().value(),
                        ideal.get().low(),
                        ideal.get().high());
    }

    private Optional<Interval> atTen(SearchedViews views) {
        List<QueryScore> difference = search(Answers.OTHER_PICTURES, VectorDistance.COSINE, views)
                .minus(search(Answers.OTHER_PICTURES, VectorDistance.COSINE, SearchedViews.WHOLE));
        return interval(difference, QueryScore::atTen);
    }

    private static String verdict(Interval difference) {
        String numbers = "%.3f (%.3f to %.3f)".formatted(difference.value(), difference.low(), difference.high());
        if (!difference.excludesZero()) {
            return "Neither finds more: at 10 results by cosine Object Search has %s more precision, which includes zero."
                    .formatted(numbers);
        }
        return "%s finds more: at 10 results by cosine Object Search has %s more precision."
                .formatted(difference.value() > 0 ? "Object Search" : "Whole-picture search", numbers);
    }

    private Cell estimate(List<QueryScore> scores, QueryScore.Figure figure) {
        return interval(scores, figure)
                .<Cell>map(interval -> new Cell.Estimate(interval, DECIMALS))
                .orElse(NO_QUERY);
    }

    private Optional<Interval> interval(List<QueryScore> scores, QueryScore.Figure figure) {
        return new GroupBootstrap(index.pictures().size(), ObjectSearchComparison.RESAMPLES, inputs.seed())
                .interval(times -> QueryScore.mean(scores, figure, times));
    }
}
