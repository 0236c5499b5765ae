package dev.sightline.local.system;

import dev.sightline.local.terminal.LauncherException;

/**
 * The loopback ports of the local system.
 *
 * @param aws LocalStack's gateway
 * @param search OpenSearch
 * @param worker the worker's HTTP endpoint
 */
public record Ports(int aws, int search, int worker) {

    static final Ports DEFAULT = new Ports(4566, 9200, 8090);

    public Ports {
        if (aws == search || aws == worker || search == worker) {
            throw new LauncherException(
                    "expected three different ports, got %d, %d and %d".formatted(aws, search, worker));
        }
    }

    /** The same ports but for the worker's. */
    Ports withWorker(int port) {
        return new Ports(aws, search, port);
    }
}
