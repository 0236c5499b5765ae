package dev.sightline.inference;

import java.nio.FloatBuffer;
import java.util.Map;

/** The outputs of one model run by name, copied out of native memory; the caller owns the buffers. */
record ModelTensors(Map<String, FloatBuffer> byName) {

    /**
     * An output that must hold {@code expected} floats.
     *
     * @throws dev.sightline.visual.SightlineException with {@code INVALID_MODEL_BUNDLE} if it is missing or of another size
     */
    FloatBuffer require(String name, int expected) {
        FloatBuffer tensor = named(name);
        if (tensor.remaining() != expected) {
            throw ModelBundle.invalid(
                    "expected %d values in output %s, got %d".formatted(expected, name, tensor.remaining()));
        }
        return tensor;
    }

    /**
     * An output of {@code columns} floats for each of any number of rows.
     *
     * @throws dev.sightline.visual.SightlineException with {@code INVALID_MODEL_BUNDLE} if it is missing or ends inside a row
     */
    FloatBuffer requireRows(String name, int columns) {
        FloatBuffer tensor = named(name);
        if (tensor.remaining() % columns != 0) {
            throw ModelBundle.invalid("expected rows of %d values in output %s, got %d values"
                    .formatted(columns, name, tensor.remaining()));
        }
        return tensor;
    }

    private FloatBuffer named(String name) {
        FloatBuffer tensor = byName.get(name);
        if (tensor == null) {
            throw ModelBundle.invalid("expected an output named %s, got %s".formatted(name, byName.keySet()));
        }
        return tensor;
    }
}
