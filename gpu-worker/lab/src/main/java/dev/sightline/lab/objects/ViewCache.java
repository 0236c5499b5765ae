package dev.sightline.lab.objects;

import dev.sightline.inference.ImageFeatures;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import dev.sightline.visual.NormalizedBox;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Features of boxes in pictures that were computed before: one file per embedder, picture and list of boxes, binary, big-endian.
 *
 * <p>Safe for several processes: a file appears whole or not at all.
 */
public final class ViewCache {

    private static final int DIGEST_DIGITS = 12;

    private final Path folder;

    /** Keeps everything below this folder, which is made when it is needed. */
    public ViewCache(Path folder) {
        this.folder = folder;
    }

    /** The features of these boxes, in order, if they were computed before. */
    Optional<List<ImageFeatures>> find(ViewEncoder encoder, ImageSignature picture, List<NormalizedBox> boxes) {
        Path file = file(encoder, picture, boxes);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            List<ImageFeatures> features = new ArrayList<>();
            for (int views = in.readInt(); views > 0; views--) {
                features.add(read(in));
            }
            return Optional.of(features);
        } catch (IOException e) {
            throw new UncheckedIOException("expected features in %s; delete it".formatted(file), e);
        }
    }

    /** Keeps what was computed. */
    void keep(ViewEncoder encoder, ImageSignature picture, List<NormalizedBox> boxes, List<ImageFeatures> features) {
        Path file = file(encoder, picture, boxes);
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), picture.hex(), ".part");
            try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
                out.writeInt(features.size());
                for (ImageFeatures one : features) {
                    write(one, out);
                }
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("expected a writable folder, got " + file.getParent(), e);
        }
    }

    private static void write(ImageFeatures features, DataOutputStream out) throws IOException {
        out.writeInt(features.dimensions());
        for (float value : features.toArray()) {
            out.writeFloat(value);
        }
        out.writeInt(features.labels().size());
        for (Label label : features.labels()) {
            out.writeUTF(label.name());
            out.writeDouble(label.confidence());
        }
    }

    private static ImageFeatures read(DataInputStream in) throws IOException {
        float[] raw = new float[in.readInt()];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = in.readFloat();
        }
        List<Label> labels = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            labels.add(new Label(in.readUTF(), in.readDouble()));
        }
        return new ImageFeatures(raw, labels);
    }

    private Path file(ViewEncoder encoder, ImageSignature picture, List<NormalizedBox> boxes) {
        String model = encoder.embedder().id() + "-" + digest(encoder.embedder() + " " + encoder.labels());
        return folder.resolve(model).resolve(picture.hex() + "-" + digest(boxes.toString()));
    }

    private static String digest(String text) {
        return ImageSignature.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, DIGEST_DIGITS);
    }
}
