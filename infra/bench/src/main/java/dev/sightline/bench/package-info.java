/**
 * Benchmarks: how fast each part is beside a limit or a peer that is measured in the same run. {@code ./sightline bench} starts {@link
 * dev.sightline.bench.BenchProgram} for each step that is written in Java; each step leaves a file of {@link
 * dev.sightline.bench.figures.StepData}, of which alone the report is made.
 *
 * <p>A benchmark of what is visible inside a package only stands in that package, here.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.bench;
