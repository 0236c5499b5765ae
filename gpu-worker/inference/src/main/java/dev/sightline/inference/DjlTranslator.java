package dev.sightline.inference;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Native planes in, copies of all outputs by name out. Tensors belong to the context, which the predictor closes after each run.
 */
record DjlTranslator(InputSpec spec) implements NoBatchifyTranslator<DjlInput, ModelTensors> {

    @Override
    public NDList processInput(TranslatorContext context, DjlInput input) {
        Shape shape = new Shape(input.images(), InputSpec.PLANES, spec.height(), spec.width());
        NDArray planes = context.getNDManager().create(input.planes(), shape, DataType.FLOAT32);
        planes.setName(spec.name());
        return new NDList(planes);
    }

    @Override
    public ModelTensors processOutput(TranslatorContext context, NDList outputs) {
        Map<String, FloatBuffer> copies = HashMap.newHashMap(outputs.size());
        for (NDArray output : outputs) {
            copies.put(output.getName(), output.toByteBuffer().asFloatBuffer());
        }
        return new ModelTensors(copies);
    }
}
