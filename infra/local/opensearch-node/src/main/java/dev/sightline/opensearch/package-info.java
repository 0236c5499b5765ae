/**
 * A real OpenSearch node with the k-NN plugin, without Docker and without an installation: {@link
 * dev.sightline.opensearch.OpenSearchNode}.
 *
 * <p>For development and tests. It runs as a process of its own, with a class path of its own.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.opensearch;
