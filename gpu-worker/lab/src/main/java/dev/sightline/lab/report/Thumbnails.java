package dev.sightline.lab.report;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.imaging.RgbPixels;
import dev.sightline.lab.report.HtmlPage.Thumbnail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Small JPEG copies of pictures, each made once. Not thread-safe: it remembers what it made. */
final class Thumbnails {

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);
    private final Map<Key, Thumbnail> made = new HashMap<>();
    private final Path folder;

    Thumbnails(Path folder) {
        this.folder = folder;
    }

    private record Key(Path file, int maxSide) {}

    /** The copy whose longer side has at most that many pixels. */
    Thumbnail of(Path file, int maxSide) {
        Key key = new Key(file, maxSide);
        Thumbnail known = made.get(key);
        Thumbnail thumbnail = known == null ? make(file, maxSide) : known;
        made.put(key, thumbnail);
        return thumbnail;
    }

    private Thumbnail make(Path file, int maxSide) {
        RgbPixels pixels = decoder.decode(bytes(file)).pixels().fitInto(maxSide);
        String name = String.format(Locale.ROOT, "%04d.jpg", made.size() + 1);
        ReportFile.write(folder.resolve(name), pixels.encodeJpeg(maxSide));
        return new Thumbnail(HtmlPage.PICTURES + "/" + name, pixels.width(), pixels.height());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
