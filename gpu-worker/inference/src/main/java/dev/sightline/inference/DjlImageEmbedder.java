package dev.sightline.inference;

import dev.sightline.imaging.NormalizedImage;
import dev.sightline.inference.ModelOutputs.EmbeddingOutputs;
import dev.sightline.inference.ModelOutputs.VectorOutput;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/** Embedder over a bundle of task embedding, through DJL. Not thread-safe. */
final class DjlImageEmbedder implements ImageEmbedder {

    private final DjlRun run;
    private final EmbeddingOutputs outputs;
    private final LabelRanking ranking;
    private final int batch;

    DjlImageEmbedder(DjlModel model, LabelLimits limits) {
        ModelBundle bundle = model.bundle();
        outputs = bundle.embeddingOutputs();
        ranking = new LabelRanking(bundle.labels(), limits);
        batch = bundle.input().batch();
        run = new DjlRun(model);
    }

    @Override
    public List<ImageFeatures> embed(List<NormalizedImage> images) {
        int size = batch == 0 ? Math.max(1, images.size()) : batch;
        List<ImageFeatures> features = new ArrayList<>(images.size());
        for (int from = 0; from < images.size(); from += size) {
            features.addAll(embedBatch(images.subList(from, Math.min(images.size(), from + size))));
        }
        return features;
    }

    private List<ImageFeatures> embedBatch(List<NormalizedImage> images) {
        ModelTensors tensors = run.outputs(images);
        FloatBuffer raw = values(tensors, outputs.embedding(), images.size());
        FloatBuffer probabilities = values(tensors, outputs.probabilities(), images.size());
        List<ImageFeatures> features = new ArrayList<>(images.size());
        for (int i = 0; i < images.size(); i++) {
            features.add(new ImageFeatures(
                    next(raw, outputs.embedding()), ranking.surest(next(probabilities, outputs.probabilities()))));
        }
        return features;
    }

    private static FloatBuffer values(ModelTensors tensors, VectorOutput output, int images) {
        return tensors.require(output.name(), images * output.dimensions());
    }

    private static float[] next(FloatBuffer values, VectorOutput output) {
        float[] vector = new float[output.dimensions()];
        values.get(vector);
        return vector;
    }

    @Override
    public void close() {
        run.close();
    }
}
