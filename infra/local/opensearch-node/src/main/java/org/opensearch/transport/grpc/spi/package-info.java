/** Stand-ins for types that the k-NN plugin names and that nothing here calls. */
@org.jspecify.annotations.NullMarked
package org.opensearch.transport.grpc.spi;
