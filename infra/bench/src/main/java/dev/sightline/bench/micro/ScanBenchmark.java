package dev.sightline.bench.micro;

import dev.sightline.visual.BinaryEmbedding;
import dev.sightline.visual.HammingDistance;
import java.nio.ByteBuffer;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Codes a second through {@link HammingDistance}, and through loops over one array of longs: reading it alone, comparing, and keeping
 * the nearest ten. 64 MB of codes, more than the caches hold.
 */
@State(Scope.Benchmark)
public class ScanBenchmark {

    static final int CODES = 400_000;
    private static final int BITS = 1280;
    private static final int LONGS = BITS / Long.SIZE;
    private static final int NEAREST = 10;
    private static final long SEED = 1;

    private long[] codes = {};
    private long[] query = {};
    private BinaryEmbedding[] embeddings = {};
    private BinaryEmbedding asked = BinaryEmbedding.ofPacked(new byte[BITS / Byte.SIZE]);

    @Setup
    public void fill() {
        SplittableRandom random = new SplittableRandom(SEED);
        codes = random.longs((long) CODES * LONGS).toArray();
        query = random.longs(LONGS).toArray();
        embeddings = new BinaryEmbedding[CODES];
        for (int i = 0; i < CODES; i++) {
            embeddings[i] = embedding(codes, i * LONGS);
        }
        asked = embedding(query, 0);
    }

    private static BinaryEmbedding embedding(long[] longs, int from) {
        ByteBuffer packed = ByteBuffer.allocate(BITS / Byte.SIZE);
        for (int i = 0; i < LONGS; i++) {
            packed.putLong(longs[from + i]);
        }
        return BinaryEmbedding.ofPacked(packed.array());
    }

    @Benchmark
    @OperationsPerInvocation(CODES)
    public long read() {
        long sum = 0;
        for (long code : codes) {
            sum += code;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(CODES)
    public int compare() {
        int nearest = BITS;
        for (int i = 0; i < CODES; i++) {
            nearest = Math.min(nearest, distance(i * LONGS));
        }
        return nearest;
    }

    @Benchmark
    @OperationsPerInvocation(CODES)
    public PriorityQueue<Long> nearest() {
        PriorityQueue<Long> kept = new PriorityQueue<>((one, other) -> Long.compare(other, one));
        long worst = Long.MAX_VALUE;
        for (int i = 0; i < CODES; i++) {
            long candidate = (long) distance(i * LONGS) << Integer.SIZE | i;
            if (candidate < worst) {
                kept.add(candidate);
                if (kept.size() > NEAREST) {
                    kept.remove();
                    worst = kept.element();
                }
            }
        }
        return kept;
    }

    private int distance(int from) {
        int distance = 0;
        for (int i = 0; i < LONGS; i++) {
            distance += Long.bitCount(codes[from + i] ^ query[i]);
        }
        return distance;
    }

    @Benchmark
    @OperationsPerInvocation(CODES)
    public int hammingDistance() {
        int nearest = BITS;
        for (BinaryEmbedding embedding : embeddings) {
            nearest = Math.min(nearest, HammingDistance.between(asked, embedding));
        }
        return nearest;
    }
}
