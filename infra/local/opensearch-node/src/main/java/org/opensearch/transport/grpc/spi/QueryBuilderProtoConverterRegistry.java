package org.opensearch.transport.grpc.spi;

/** Empty stand-in, for the reason given at {@link QueryBuilderProtoConverter}. */
public interface QueryBuilderProtoConverterRegistry {}
