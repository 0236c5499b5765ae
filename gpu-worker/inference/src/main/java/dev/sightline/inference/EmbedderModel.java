package dev.sightline.inference;

import dev.sightline.inference.ModelOutputs.LayerOutput;
import dev.sightline.visual.ModelRef;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One loaded embedder, of which one layer is the embedding. Safe for all threads; what the {@code new} methods give is not, so each
 * thread has its own. Close those before the model.
 */
public final class EmbedderModel implements AutoCloseable {

    private final DjlModel model;
    private final LayerOutput layer;

    private EmbedderModel(DjlModel model, LayerOutput layer) {
        this.model = model;
        this.layer = layer;
    }

    /**
     * Reads, verifies and loads the bundle of a folder, with the layer that its description chooses; see {@link
     * #load(Path, String, ComputeDevice, int)}.
     */
    public static EmbedderModel load(Path folder, ComputeDevice device, int threads) {
        return load(folder, null, device, threads);
    }

    /**
     * Reads, verifies and loads the bundle of a folder, and runs it once, so that a model that does not fit its description is refused
     * here and not at the first image. {@code layer} is the embedding, null for the one that the description chooses; {@code threads}
     * compute one run (CPU only).
     *
     * @throws dev.sightline.visual.SightlineException with {@code INVALID_MODEL_BUNDLE}; the message names both values
     */
    public static EmbedderModel load(Path folder, @Nullable String layer, ComputeDevice device, int threads) {
        ModelBundle bundle = ModelBundle.read(folder);
        LayerOutput chosen = chosenLayer(bundle, layer);
        EmbedderModel model = new EmbedderModel(DjlModel.load(bundle, device, threads), chosen);
        try (LayerProbe probe = model.newProbe()) {
            probe.read(List.of(TrialImage.BLACK));
        }
        return model;
    }

    private static LayerOutput chosenLayer(ModelBundle bundle, @Nullable String layer) {
        try {
            ModelOutputs.EmbeddingOutputs outputs = bundle.embeddingOutputs();
            return outputs.layer(layer == null ? outputs.embedding() : layer);
        } catch (IllegalArgumentException e) {
            throw ModelBundle.invalid("%s: %s".formatted(bundle.ref().id(), e.getMessage()), e);
        }
    }

    /**
     * Which embedder this is: the bundle, with id {@code <bundle>.<layer>} if the layer is not the one that its description chooses,
     * since the vectors of two layers are never compared.
     */
    public ModelRef ref() {
        ModelRef bundle = model.bundle().ref();
        return layer.layer().equals(model.bundle().embeddingOutputs().embedding())
                ? bundle
                : new ModelRef(bundle.id() + "." + layer.layer(), bundle.version(), bundle.sha256());
    }

    /** The name of the layer that is the embedding. */
    public String layer() {
        return layer.layer();
    }

    /** The number of features of that layer. */
    public int dimensions() {
        return layer.dimensions();
    }

    /** All layers that the network gives, by name, in the order of the description. */
    public List<String> layers() {
        return model.bundle().embeddingOutputs().layers().stream()
                .map(LayerOutput::layer)
                .toList();
    }

    /** The class names, in the order of the probabilities. */
    public LabelSet labelSet() {
        return model.bundle().labelSet();
    }

    /** All layers and probabilities, for one thread. */
    public LayerProbe newProbe() {
        return new DjlLayerProbe(model);
    }

    /** The embedding and the surest labels, for one thread. */
    public ImageEmbedder newEmbedder(LabelLimits limits) {
        return new LayerEmbedder(
                newProbe(), layer.layer(), new LabelRanking(labelSet().names(), limits));
    }

    /** For measurements of the model alone. */
    DjlModel model() {
        return model;
    }

    @Override
    public void close() {
        model.close();
    }
}
