package dev.sightline.lab.report;

import dev.sightline.visual.NormalizedBox;
import java.nio.file.Path;
import java.util.List;

/** Pictures worth looking at, row by row; {@code name} is short and stable. */
public record Gallery(String name, String title, List<Row> rows) {

    public Gallery {
        rows = List.copyOf(rows);
    }

    /** A query, and what was found for it, best first. */
    public record Row(Picture query, List<Picture> results) {
        public Row {
            results = List.copyOf(results);
        }
    }

    /** A file, words below it, how it is judged, and the boxes to draw on it. */
    public record Picture(Path file, String caption, Verdict verdict, List<NormalizedBox> boxes) {
        public Picture {
            boxes = List.copyOf(boxes);
        }
    }

    /** How a result is judged. */
    public enum Verdict {
        RIGHT,
        WRONG,
        NONE
    }
}
