package dev.sightline.inference;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToLongFunction;

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
            copies.put(output.getName(), floats(output));
        }
        return new ModelTensors(copies);
    }

    /** Class numbers are often 64-bit integers; as floats they are exact up to 2^24. */
    private static FloatBuffer floats(NDArray output) {
        ByteBuffer bytes = output.toByteBuffer();
        return switch (output.getDataType()) {
            case FLOAT32 -> bytes.asFloatBuffer();
            case INT64 -> {
                LongBuffer numbers = bytes.asLongBuffer();
                yield FloatBuffer.wrap(floats(numbers.remaining(), numbers::get));
            }
            case INT32 -> {
                IntBuffer numbers = bytes.asIntBuffer();
                yield FloatBuffer.wrap(floats(numbers.remaining(), numbers::get));
            }
            default ->
                throw ModelBundle.invalid("expected output %s of float32, int32 or int64, got %s"
                        .formatted(output.getName(), output.getDataType()));
        };
    }

    private static float[] floats(int size, IntToLongFunction numbers) {
        float[] floats = new float[size];
        for (int i = 0; i < size; i++) {
            floats[i] = numbers.applyAsLong(i);
        }
        return floats;
    }
}
