package dev.sightline.lab.features;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.inference.ComputeDevice;
import dev.sightline.inference.EmbedderModel;
import dev.sightline.inference.LayerProbe;
import dev.sightline.inference.LayerValues;
import dev.sightline.lab.corpus.SignedImage;
import dev.sightline.lab.features.EmbedderFeatures.Unreadable;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelRef;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Gatherers;

/**
 * Runs embedders over images, each image once: all layers and probabilities are kept in files by embedder and image signature.
 *
 * <p>{@code folder} is where they are kept; {@code progress} takes a line now and then. What changes how images become pixels must
 * change {@link #PIXELS}. Safe for several processes at once.
 */
public record FeatureCache(Path folder, Clock clock, Consumer<String> progress) {

    /** Which way of decoding the kept features were made with. */
    private static final String PIXELS = "pixels-1";

    private static final String PROBABILITIES = "probabilities";
    private static final int BATCH = 8;

    /**
     * The features of the images that can be decoded, in their order.
     *
     * @throws SightlineException with {@code INVALID_MODEL_BUNDLE} if the model cannot be loaded
     */
    public EmbedderFeatures read(EmbedderBundle bundle, List<SignedImage> images) {
        Map<ImageSignature, Map<String, float[]>> found = new TreeMap<>();
        Map<ImageSignature, SignedImage> missing = new LinkedHashMap<>();
        for (SignedImage image : images) {
            FeatureFile.read(file(bundle, image.signature()))
                    .ifPresentOrElse(
                            layers -> found.put(image.signature(), layers),
                            () -> missing.put(image.signature(), image));
        }
        Map<ImageSignature, String> reasons =
                missing.isEmpty() ? Map.of() : compute(bundle, List.copyOf(missing.values()), found);
        return features(bundle, images, found, reasons);
    }

    private Map<ImageSignature, String> compute(
            EmbedderBundle bundle, List<SignedImage> missing, Map<ImageSignature, Map<String, float[]>> found) {
        Map<ImageSignature, String> reasons = new TreeMap<>();
        var line = new ProgressLine("embedding with " + bundle.ref().id(), missing.size(), clock, progress);
        int threads = Runtime.getRuntime().availableProcessors();
        int done = 0;
        try (EmbedderModel model = EmbedderModel.load(bundle.folder(), ComputeDevice.CPU, threads);
                LayerProbe probe = model.newProbe()) {
            for (List<SignedImage> batch :
                    missing.stream().gather(Gatherers.windowFixed(BATCH)).toList()) {
                Map<ImageSignature, NormalizedImage> decoded = decode(batch, reasons);
                found.putAll(embed(bundle, probe, decoded));
                done += batch.size();
                line.at(done);
            }
        }
        return reasons;
    }

    private static Map<ImageSignature, NormalizedImage> decode(
            List<SignedImage> batch, Map<ImageSignature, String> reasons) {
        var decoder = new ImageDecoder(ImageLimits.DEFAULT);
        Map<ImageSignature, NormalizedImage> decoded = new LinkedHashMap<>();
        for (SignedImage image : batch) {
            try {
                decoded.put(
                        image.signature(),
                        decoder.decode(Files.readAllBytes(image.image().path())));
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "expected a readable file, got " + image.image().path(), e);
            } catch (SightlineException e) {
                if (e.code() == ErrorCode.DEFECT) {
                    throw e;
                }
                reasons.put(image.signature(), e.getMessage());
            }
        }
        return decoded;
    }

    private Map<ImageSignature, Map<String, float[]>> embed(
            EmbedderBundle bundle, LayerProbe probe, Map<ImageSignature, NormalizedImage> decoded) {
        Map<ImageSignature, Map<String, float[]>> embedded = new LinkedHashMap<>();
        if (decoded.isEmpty()) {
            return embedded;
        }
        List<LayerValues> values = probe.read(List.copyOf(decoded.values()));
        int next = 0;
        for (ImageSignature signature : decoded.keySet()) {
            Map<String, float[]> layers = layers(bundle, values.get(next++));
            FeatureFile.write(file(bundle, signature), layers);
            embedded.put(signature, layers);
        }
        return embedded;
    }

    private static Map<String, float[]> layers(EmbedderBundle bundle, LayerValues values) {
        Map<String, float[]> layers = new LinkedHashMap<>();
        layers.put(PROBABILITIES, values.probabilities());
        bundle.layers().forEach(layer -> layers.put(layer, values.layer(layer)));
        return layers;
    }

    private static EmbedderFeatures features(
            EmbedderBundle bundle,
            List<SignedImage> images,
            Map<ImageSignature, Map<String, float[]>> found,
            Map<ImageSignature, String> reasons) {
        List<SignedImage> readable = images.stream()
                .filter(image -> found.containsKey(image.signature()))
                .toList();
        List<FeatureTable> layers = bundle.layers().stream()
                .map(layer -> table(ref(bundle, layer), layer, readable, found))
                .toList();
        List<Unreadable> unreadable = new ArrayList<>();
        for (SignedImage image : images) {
            Optional.ofNullable(reasons.get(image.signature()))
                    .ifPresent(reason ->
                            unreadable.add(new Unreadable(image.image().name(), reason)));
        }
        return new EmbedderFeatures(bundle, layers, table(bundle.ref(), PROBABILITIES, readable, found), unreadable);
    }

    private static FeatureTable table(
            ModelRef ref, String layer, List<SignedImage> images, Map<ImageSignature, Map<String, float[]>> found) {
        float[][] rows = images.stream()
                .map(image -> found.getOrDefault(image.signature(), Map.of()).getOrDefault(layer, new float[0]))
                .toArray(float[][]::new);
        return new FeatureTable(
                ref, layer, images.stream().map(SignedImage::image).toList(), rows);
    }

    /** As an index names it: vectors of two layers are never compared. */
    private static ModelRef ref(EmbedderBundle bundle, String layer) {
        ModelRef ref = bundle.ref();
        return layer.equals(bundle.outputs().embedding())
                ? ref
                : new ModelRef(ref.id() + "." + layer, ref.version(), ref.sha256());
    }

    private Path file(EmbedderBundle bundle, ImageSignature signature) {
        return folder.resolve(PIXELS)
                .resolve(bundle.key())
                .resolve(signature.hex().substring(0, 2))
                .resolve(signature.hex() + ".features");
    }
}
