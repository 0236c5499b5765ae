package dev.sightline.lab.objects;

import dev.sightline.lab.report.Gallery;
import dev.sightline.lab.report.Gallery.Mark;
import dev.sightline.lab.report.Gallery.Picture;
import dev.sightline.lab.report.Gallery.Row;
import dev.sightline.lab.report.Gallery.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The queries for which it matters most whether objects or whole pictures are searched; both answered the same queries. */
record ObjectSearchGallery(SearchablePictures index, ScoredSearch objects, ScoredSearch whole) {

    private static final int QUERIES = 3;
    private static final int RESULTS = 5;

    List<Gallery> galleries() {
        Comparator<Integer> byGain = Comparator.comparingDouble(this::gain);
        return List.of(
                new Gallery(
                        "p8-objects-better", "Queries that Object Search answers better", rows(byGain.reversed(), 1)),
                new Gallery("p8-whole-better", "Queries that whole-picture search answers better", rows(byGain, -1)));
    }

    private double gain(int query) {
        return objects.scores().get(query).atFive() - whole.scores().get(query).atFive();
    }

    private List<Row> rows(Comparator<Integer> order, int sign) {
        List<Row> rows = new ArrayList<>();
        IntStream.range(0, objects.queries().size())
                .boxed()
                .filter(query -> sign * gain(query) > 0)
                .sorted(order)
                .limit(QUERIES)
                .map(query -> objects.queries().get(query))
                .forEach(query -> {
                    rows.add(row(query, objects));
                    rows.add(row(query, whole));
                });
        return rows;
    }

    private Row row(ObjectQuery query, ScoredSearch search) {
        String caption = "%s, in %s"
                .formatted(query.object().category(), search.search().views().words());
        Picture asked = new Picture(
                index.pictures().get(query.picture()).picture().file(),
                caption,
                Verdict.NONE,
                List.of(Mark.of(query.object().box())));
        return new Row(
                asked,
                search.answer(query, RESULTS).stream()
                        .map(found -> picture(found, search.isRelevant(found, query)))
                        .toList());
    }

    private Picture picture(FoundPicture found, boolean relevant) {
        return new Picture(
                index.pictures().get(found.picture()).picture().file(),
                "%.3f".formatted(found.distance()),
                relevant ? Verdict.RIGHT : Verdict.WRONG,
                List.of(Mark.of(found.box())));
    }
}
