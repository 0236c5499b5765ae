package dev.sightline.lab.report;

import dev.sightline.visual.NormalizedBox;
import java.nio.file.Path;
import java.util.List;

/**
 * Pictures worth looking at, row by row; {@code name} is short and stable.
 *
 * @throws IllegalArgumentException if the name has characters other than letters, digits, dots, dashes and underscores
 */
public record Gallery(String name, String title, List<Row> rows) {

    public Gallery {
        Name.checked(name);
        rows = List.copyOf(rows);
    }

    /** A query, and what was found for it, best first; no results where the query itself is what is shown. */
    public record Row(Picture query, List<Picture> results) {
        public Row {
            results = List.copyOf(results);
        }
    }

    /** A file, words below it, how it is judged, and the boxes to draw on it. */
    public record Picture(Path file, String caption, Verdict verdict, List<Mark> marks) {
        public Picture {
            marks = List.copyOf(marks);
        }

        /** Without boxes. */
        public static Picture of(Path file, String caption, Verdict verdict) {
            return new Picture(file, caption, verdict, List.of());
        }
    }

    /**
     * A box to draw, with its few words: {@code RIGHT} for an object that was found, {@code WRONG} for a find that is none, {@code
     * MISSED} for one that was not found, {@code NONE} where nothing is judged.
     */
    public record Mark(NormalizedBox box, String caption, Verdict verdict) {

        /** A box without words or judgement. */
        public static Mark of(NormalizedBox box) {
            return new Mark(box, "", Verdict.NONE);
        }
    }

    /** How a result is judged. */
    public enum Verdict {
        RIGHT,
        WRONG,
        MISSED,
        NONE
    }
}
