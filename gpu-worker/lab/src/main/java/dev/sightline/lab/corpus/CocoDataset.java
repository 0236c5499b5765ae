package dev.sightline.lab.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Images with annotated boxes, as in the JSON files of the COCO data set: {@code images}, {@code annotations} ({@code bbox} =
 * [left, top, width, height] in pixels, {@code iscrowd}) and {@code categories}.
 *
 * <p>Two fields are ours: {@code ignore} (1: the annotator was not sure) and {@code visible} (share that can be seen). Segments,
 * areas and whatever else a file holds are not read. {@code categories} are all that annotators looked for, also those that no
 * image shows.
 *
 * @throws IllegalArgumentException if a category or an image's file name stands twice, or an object's category is none of them
 */
public record CocoDataset(List<String> categories, List<CocoImage> images) {

    private static final JsonMapper JSON = new JsonMapper();

    public CocoDataset {
        categories = List.copyOf(categories);
        images = List.copyOf(images);
        checkDistinct("categories", categories);
        checkDistinct("images", images.stream().map(CocoImage::file).toList());
        for (CocoImage image : images) {
            checkCategories(image, categories);
        }
    }

    /**
     * Reads a file.
     *
     * @throws UncheckedIOException if it cannot be read
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if it is no such JSON; the message names the place
     */
    public static CocoDataset read(Path file) {
        try {
            return CocoReader.dataset(JSON.readTree(Files.readAllBytes(file)));
        } catch (JsonProcessingException e) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST, "%s: expected JSON, got: %s".formatted(file, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException("expected a readable file, got " + file, e);
        } catch (IllegalArgumentException | SightlineException e) {
            throw new SightlineException(ErrorCode.INVALID_REQUEST, "%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * Writes a file that {@link #read} understands; the same data set gives the same bytes. Pixels are rounded to a thousandth.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(Path file) {
        try {
            Files.write(file, JSON.writeValueAsBytes(CocoWriter.json(this)));
        } catch (IOException e) {
            throw new UncheckedIOException("expected a writable file, got " + file, e);
        }
    }

    private static void checkDistinct(String what, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("expected distinct %s, got '%s' twice".formatted(what, name));
            }
        }
    }

    private static void checkCategories(CocoImage image, List<String> categories) {
        for (CocoObject object : image.objects()) {
            if (!categories.contains(object.category())) {
                throw new IllegalArgumentException("%s: expected one of the %d categories, got '%s'"
                        .formatted(image.file(), categories.size(), object.category()));
            }
        }
    }
}
