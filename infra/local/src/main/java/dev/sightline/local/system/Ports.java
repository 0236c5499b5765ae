package dev.sightline.local.system;

import dev.sightline.local.terminal.LauncherException;
import java.util.stream.IntStream;

/**
 * The loopback ports of the local system.
 *
 * @param aws LocalStack's gateway
 * @param search OpenSearch
 * @param worker the worker's HTTP endpoint
 * @param web the page
 */
public record Ports(int aws, int search, int worker, int web) {

    private static final int COUNT = 4;

    static final Ports DEFAULT = new Ports(4566, 9200, 8090, 8091);

    public Ports {
        if (IntStream.of(aws, search, worker, web).distinct().count() < COUNT) {
            throw new LauncherException(
                    "expected four different ports, got %d, %d, %d and %d".formatted(aws, search, worker, web));
        }
    }

    /** The same ports but for the worker's. */
    Ports withWorker(int port) {
        return new Ports(aws, search, port, web);
    }
}
