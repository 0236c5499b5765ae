package dev.sightline.blender.blend;

import dev.sightline.blender.search.SearchedQuery;
import dev.sightline.policy.MixName;
import java.util.Arrays;

/**
 * How long the blend stage takes for one Lens group of three sources, each with twice as many candidates as there are places, at limits 10
 * and 100, all of them different, with binary embeddings of 1,024 bits.
 *
 * <p>Argument: rounds. Prints the median and the 95th percentile in microseconds of the second half of the rounds.
 */
final class BlendBenchmark {

    private static final double NANOS_PER_MICRO = 1e3;

    private BlendBenchmark() {}

    public static void main(String[] arguments) {
        int rounds = Integer.parseInt(arguments[0]);
        for (int limit : new int[] {10, 100}) {
            SearchedQuery searched = Mixing.of(MixName.LENS)
                    .limit(limit)
                    .visual(2 * limit)
                    .objects(0.8, 2 * limit)
                    .words(0.6, 2 * limit)
                    .searched();
            long[] nanos = new long[rounds];
            int results = 0;
            for (int i = 0; i < rounds; i++) {
                long start = System.nanoTime();
                results += new CandidateBlender()
                        .blend(searched)
                        .groups()
                        .getFirst()
                        .results()
                        .size();
                nanos[i] = System.nanoTime() - start;
            }
            long[] warm = Arrays.copyOfRange(nanos, rounds / 2, rounds);
            Arrays.sort(warm);
            System.out.printf(
                    "limit %d: median %.0f, 95th percentile %.0f microseconds (%d results a round)%n",
                    limit,
                    warm[warm.length / 2] / NANOS_PER_MICRO,
                    warm[warm.length * 95 / 100] / NANOS_PER_MICRO,
                    results / rounds);
        }
    }
}
