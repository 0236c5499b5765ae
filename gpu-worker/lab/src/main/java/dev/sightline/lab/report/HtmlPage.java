package dev.sightline.lab.report;

import dev.sightline.lab.report.ProvenanceText.Fact;
import java.util.List;

/** What the template writes: text that it escapes, and links relative to the page. */
record HtmlPage(String title, List<Fact> facts, List<PageSection> sections) {

    static final String PLOTS = "plots";
    static final String PICTURES = "pictures";

    record PageSection(
            String id,
            String title,
            String summary,
            List<PageTable> tables,
            List<PagePlot> plots,
            List<PageGallery> galleries) {}

    /** {@code anchor}: the id of the caption, by which the table is named. */
    record PageTable(String anchor, String caption, List<Column> columns, List<PageRow> rows, List<String> notes) {}

    /** {@code kind} is the class of the column's cells. */
    record Column(String name, String kind) {}

    record PageRow(List<PageCell> cells) {}

    /** {@code order}: the number by which the column is sorted, or the text itself. */
    record PageCell(String text, String kind, String order) {}

    record PagePlot(String link, String description, int width, int height) {}

    /** {@code layout}: the class of the whole, {@code rows} with results or a {@code grid} of single pictures. */
    record PageGallery(String title, String layout, List<PagePictures> rows) {}

    record PagePictures(PagePicture query, List<PagePicture> results) {}

    /** {@code verdict}: the class of the frame, {@code judgement}: the same for people, empty where nothing is judged. */
    record PagePicture(Thumbnail thumbnail, String caption, String verdict, String judgement, List<PageMark> marks) {}

    /** {@code place}: the style's position and size in percent of the picture. */
    record PageMark(String place, String caption, String verdict) {}

    /** A small copy, with its size in pixels. */
    record Thumbnail(String link, int width, int height) {}
}
