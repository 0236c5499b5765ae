package dev.sightline.lab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;

/** Between Java's arrays and tensors. */
final class DjlTensors {

    private DjlTensors() {}

    /** The tensor, to be trained under that name. */
    static NDArray parameter(NDArray tensor, String name) {
        tensor.setName(name);
        tensor.setRequiresGradient(true);
        return tensor;
    }

    /** A tensor [rows, columns]. */
    static NDArray matrix(NDManager manager, float[][] rows) {
        FloatBuffer values = FloatBuffer.allocate(rows.length * rows[0].length);
        for (float[] row : rows) {
            values.put(row);
        }
        return manager.create(values.array(), new Shape(rows.length, rows[0].length));
    }

    /** The rows of a tensor [rows, columns]. */
    static float[][] rows(NDArray matrix) {
        float[][] rows = new float[(int) matrix.getShape().get(0)]
                [(int) matrix.getShape().get(1)];
        FloatBuffer values = FloatBuffer.wrap(matrix.toFloatArray());
        for (float[] row : rows) {
            values.get(row);
        }
        return rows;
    }
}
