package dev.sightline.lab.detection;

import dev.sightline.lab.report.Gallery;
import dev.sightline.lab.report.Gallery.Mark;
import dev.sightline.lab.report.Gallery.Picture;
import dev.sightline.lab.report.Gallery.Row;
import dev.sightline.lab.report.Gallery.Verdict;
import dev.sightline.visual.DetectedObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The pictures on which a detector as served does worst, with what it found and missed. */
final class WorstPictures {

    private static final double OVERLAP = 0.5;
    private static final int SHOWN = 6;

    private record Judged(BoxedPicture picture, MatchedBoxes matched) {}

    private static final Comparator<Judged> WORST_FIRST = Comparator.comparingDouble(
                    (Judged judged) -> judged.matched().f1())
            .thenComparing(judged -> judged.matched().mistakes(), Comparator.reverseOrder())
            .thenComparing(judged -> judged.picture().file());

    private WorstPictures() {}

    /** The worst by F1 at IoU 0.5; of equally bad ones those with more mistakes first. */
    static Gallery of(DetectorRun run) {
        String data = run.dataSet().slug();
        List<Row> rows = IntStream.range(0, run.found().size())
                .mapToObj(i -> new Judged(run.dataSet().pictures().get(i), run.matched(i, OVERLAP)))
                .filter(judged -> judged.matched().mistakes() > 0)
                .sorted(WORST_FIRST)
                .limit(SHOWN)
                .map(WorstPictures::row)
                .toList();
        return new Gallery(
                "p6-worst-%s-%s".formatted(data, run.detectorName()),
                "Worst of %s on %s, as served, at IoU %s"
                        .formatted(run.detectorName(), run.dataSet().name(), OVERLAP),
                rows);
    }

    private static Row row(Judged judged) {
        MatchedBoxes matched = judged.matched();
        String caption = "%d right, %d wrong, %d missed"
                .formatted(
                        matched.right().size(),
                        matched.wrong().size(),
                        matched.missed().size());
        Picture picture = new Picture(judged.picture().file(), caption, Verdict.NONE, marks(matched));
        return new Row(picture, List.of());
    }

    private static List<Mark> marks(MatchedBoxes matched) {
        List<Mark> marks = new ArrayList<>();
        matched.missed().forEach(object -> marks.add(new Mark(object.box(), object.category(), Verdict.MISSED)));
        matched.wrong().forEach(detection -> marks.add(mark(detection, Verdict.WRONG)));
        matched.right().forEach(detection -> marks.add(mark(detection, Verdict.RIGHT)));
        return marks;
    }

    private static Mark mark(DetectedObject detection, Verdict verdict) {
        String words = "%s %.2f".formatted(detection.category(), detection.confidence());
        return new Mark(detection.box(), words, verdict);
    }
}
