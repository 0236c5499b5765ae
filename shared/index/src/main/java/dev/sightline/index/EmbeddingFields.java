package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.BinaryEmbedding;
import dev.sightline.visual.DenseEmbedding;
import dev.sightline.visual.Embedding;

/** The two vector fields that image and object documents share: floats as they are, bits as signed bytes. */
final class EmbeddingFields {

    static final String BINARY = "binaryEmbedding";
    static final String DENSE = "denseEmbedding";

    private EmbeddingFields() {}

    static void write(Embedding embedding, ObjectNode document) {
        document.putPOJO(BINARY, signedBytes(embedding.binary()));
        document.putPOJO(DENSE, embedding.dense().toArray());
    }

    /** As numbers: Jackson would write an array of bytes as base64. */
    static int[] signedBytes(BinaryEmbedding embedding) {
        byte[] packed = embedding.toPacked();
        int[] numbers = new int[packed.length];
        for (int i = 0; i < packed.length; i++) {
            numbers[i] = packed[i];
        }
        return numbers;
    }

    static DenseEmbedding dense(JsonNode field) {
        float[] values = new float[field.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = field.get(i).floatValue();
        }
        return DenseEmbedding.ofUnit(values);
    }

    static BinaryEmbedding binary(JsonNode field) {
        byte[] packed = new byte[field.size()];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (byte) field.get(i).intValue();
        }
        return BinaryEmbedding.ofPacked(packed);
    }
}
