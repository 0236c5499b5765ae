package dev.sightline.bench;

import dev.sightline.bench.search.DerivedVectors;
import dev.sightline.bench.search.RealVectors;
import dev.sightline.visual.DenseEmbedding;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A record for each vector: {@code bits / 8} bytes of its code, then {@code dimensions} floats, little-endian; the queries come last. */
@Command(name = "vectors", description = "Writes the vectors that search is measured on, for an index of a peer.")
final class VectorsCommand implements Callable<Integer> {

    @Option(names = "--models", required = true, paramLabel = "DIR")
    private Path models;

    @Option(names = "--images", required = true, paramLabel = "DIR")
    private Path images;

    @Option(names = "--size", required = true, paramLabel = "N")
    private int size;

    @Option(names = "--queries", required = true, paramLabel = "N")
    private int queries;

    @Option(names = "--out", required = true, paramLabel = "FILE")
    private Path out;

    @Override
    public Integer call() throws IOException {
        RealVectors vectors = RealVectors.of(models, images, Integer.MAX_VALUE);
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out))) {
            write(vectors, DerivedVectors.indexed(vectors.raw()), size, file);
            write(vectors, DerivedVectors.asked(vectors.raw()), queries, file);
        }
        return 0;
    }

    private static void write(RealVectors vectors, DerivedVectors derived, int count, OutputStream file)
            throws IOException {
        for (int i = 0; i < count; i++) {
            float[] raw = derived.vector(i);
            file.write(vectors.binarizer().binarize(raw).toPacked());
            ByteBuffer floats = ByteBuffer.allocate(raw.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            floats.asFloatBuffer().put(DenseEmbedding.normalized(raw).toArray());
            file.write(floats.array());
        }
    }
}
