package dev.sightline.inference;

import dev.sightline.imaging.NormalizedImage;
import dev.sightline.inference.ModelOutputs.EmbeddingOutputs;
import dev.sightline.inference.ModelOutputs.LayerOutput;
import dev.sightline.inference.ModelOutputs.VectorOutput;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The layers of a bundle of task embedding, through DJL. Not thread-safe. */
final class DjlLayerProbe implements LayerProbe {

    private static final float[] NOTHING = {};

    private final DjlRun run;
    private final EmbeddingOutputs outputs;
    private final int batch;

    DjlLayerProbe(DjlModel model) {
        outputs = model.bundle().embeddingOutputs();
        batch = model.bundle().input().batch();
        run = new DjlRun(model);
    }

    @Override
    public List<LayerValues> read(List<NormalizedImage> images) {
        int size = batch == 0 ? Math.max(1, images.size()) : batch;
        List<LayerValues> values = new ArrayList<>(images.size());
        for (int from = 0; from < images.size(); from += size) {
            values.addAll(readBatch(images.subList(from, Math.min(images.size(), from + size))));
        }
        return values;
    }

    private List<LayerValues> readBatch(List<NormalizedImage> images) {
        ModelTensors tensors = run.outputs(images);
        List<LayerValues> values = new ArrayList<>(images.size());
        for (int image = 0; image < images.size(); image++) {
            values.add(new LayerValues(
                    layers(tensors, image, images.size()), probabilities(tensors, image, images.size())));
        }
        return values;
    }

    private Map<String, float[]> layers(ModelTensors tensors, int image, int images) {
        Map<String, float[]> layers = new HashMap<>();
        for (LayerOutput layer : outputs.layers()) {
            VectorOutput output = new VectorOutput(layer.name(), layer.dimensions());
            layers.put(layer.layer(), values(tensors, output, image, images));
        }
        return layers;
    }

    private float[] probabilities(ModelTensors tensors, int image, int images) {
        VectorOutput output = outputs.probabilities();
        return output == null ? NOTHING : values(tensors, output, image, images);
    }

    private static float[] values(ModelTensors tensors, VectorOutput output, int image, int images) {
        FloatBuffer all = tensors.require(output.name(), images * output.dimensions());
        float[] own = new float[output.dimensions()];
        all.get(image * output.dimensions(), own);
        return own;
    }

    @Override
    public void close() {
        run.close();
    }
}
