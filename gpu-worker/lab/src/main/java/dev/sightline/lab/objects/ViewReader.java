package dev.sightline.lab.objects;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.inference.ImageEmbedder;
import dev.sightline.inference.ImageFeatures;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import dev.sightline.visual.NormalizedBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an embedder sees in boxes of picture files; the whole picture is {@link NormalizedBox#FULL}. Boxes are cut out as the serving
 * analyzer cuts them. The embedder is opened only if something is not in the cache. Not thread-safe.
 */
public final class ViewReader implements AutoCloseable {

    /** A box as it is searched: both vectors, and the labels of its content. */
    public record View(Embedding embedding, List<Label> labels) {
        public View {
            labels = List.copyOf(labels);
        }
    }

    private final ImageDecoder decoder;
    private final ViewCache cache;
    private final ViewEncoder encoder;
    private final List<ImageEmbedder> opened = new ArrayList<>();

    public ViewReader(ImageDecoder decoder, ViewCache cache, ViewEncoder encoder) {
        this.decoder = decoder;
        this.cache = cache;
        this.encoder = encoder;
    }

    /**
     * The views of these boxes of one file, in order.
     *
     * @throws UncheckedIOException if the file cannot be read
     * @throws dev.sightline.visual.SightlineException if it is no image or the model fails
     */
    public List<View> read(Path file, List<NormalizedBox> boxes) {
        byte[] bytes = bytes(file);
        ImageSignature signature = ImageSignature.of(bytes);
        List<ImageFeatures> features = cache.find(encoder, signature, boxes).orElseGet(() -> {
            List<ImageFeatures> computed = compute(decoder.decode(bytes), boxes);
            cache.keep(encoder, signature, boxes, computed);
            return computed;
        });
        return features.stream()
                .map(one -> new View(one.toEmbedding(encoder.binarizer()), one.labels()))
                .toList();
    }

    private List<ImageFeatures> compute(NormalizedImage picture, List<NormalizedBox> boxes) {
        if (boxes.isEmpty()) {
            return List.of();
        }
        if (opened.isEmpty()) {
            opened.add(encoder.open().get());
        }
        return opened.getFirst().embed(boxes.stream().map(picture::crop).toList());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("expected a readable picture, got " + file, e);
        }
    }

    @Override
    public void close() {
        opened.forEach(ImageEmbedder::close);
    }
}
