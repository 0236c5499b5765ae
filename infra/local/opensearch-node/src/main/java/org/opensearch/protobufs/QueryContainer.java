package org.opensearch.protobufs;

/**
 * Empty stand-in. The k-NN plugin's gRPC converter names this type in its signatures; the gRPC transport is not installed, so that
 * nothing calls it.
 */
public final class QueryContainer {

    private QueryContainer() {}

    /** Empty stand-in as well. */
    public enum QueryContainerCase {
        /** An enum needs a constant to be of use to its caller, who does not exist. */
        NONE
    }
}
