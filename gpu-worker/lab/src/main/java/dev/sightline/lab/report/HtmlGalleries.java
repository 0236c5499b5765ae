package dev.sightline.lab.report;

import dev.sightline.lab.report.Gallery.Mark;
import dev.sightline.lab.report.Gallery.Picture;
import dev.sightline.lab.report.Gallery.Row;
import dev.sightline.lab.report.Gallery.Verdict;
import dev.sightline.lab.report.HtmlPage.PageGallery;
import dev.sightline.lab.report.HtmlPage.PageMark;
import dev.sightline.lab.report.HtmlPage.PagePicture;
import dev.sightline.lab.report.HtmlPage.PagePictures;
import java.util.Locale;

/** From galleries to what the template writes; makes the small copies of their pictures. */
final class HtmlGalleries {

    /** Twice the height at which pictures of a row are shown. */
    private static final int ROW_SIDE = 280;

    private static final int GRID_SIDE = 720;

    private final Thumbnails thumbnails;

    HtmlGalleries(Thumbnails thumbnails) {
        this.thumbnails = thumbnails;
    }

    PageGallery gallery(Gallery gallery) {
        boolean grid = gallery.rows().stream().allMatch(row -> row.results().isEmpty());
        return new PageGallery(
                gallery.title(),
                grid ? "grid" : "rows",
                gallery.rows().stream()
                        .map(row -> pictures(row, grid ? GRID_SIDE : ROW_SIDE))
                        .toList());
    }

    private PagePictures pictures(Row row, int side) {
        return new PagePictures(
                picture(row.query(), side),
                row.results().stream().map(result -> picture(result, side)).toList());
    }

    private PagePicture picture(Picture picture, int side) {
        return new PagePicture(
                thumbnails.of(picture.file(), side),
                picture.caption(),
                slug(picture.verdict()),
                judgement(picture.verdict()),
                picture.marks().stream().map(HtmlGalleries::mark).toList());
    }

    private static PageMark mark(Mark mark) {
        String place = "left:%s%%;top:%s%%;width:%s%%;height:%s%%"
                .formatted(
                        percent(mark.box().x()),
                        percent(mark.box().y()),
                        percent(mark.box().w()),
                        percent(mark.box().h()));
        return new PageMark(place, mark.caption(), slug(mark.verdict()));
    }

    private static String percent(double fraction) {
        return NumberText.decimal(100 * fraction, 2);
    }

    private static String slug(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private static String judgement(Verdict verdict) {
        return switch (verdict) {
            case RIGHT -> "✓ right";
            case WRONG -> "✗ wrong";
            case MISSED -> "○ missed";
            case NONE -> "";
        };
    }
}
