/** Benchmarks: the steps of {@code ./sightline bench}, each a process that leaves a file of data. */
@org.jspecify.annotations.NullMarked
package dev.sightline.local.bench;
