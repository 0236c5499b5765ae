package org.opensearch.transport.grpc.spi;

/**
 * Empty stand-in. The k-NN plugin has a class that implements this type of the gRPC transport and is loaded with the plugin; the
 * transport itself, some 20 MB, is neither installed nor published as a library for this use. Nothing calls it.
 */
public interface QueryBuilderProtoConverter {}
