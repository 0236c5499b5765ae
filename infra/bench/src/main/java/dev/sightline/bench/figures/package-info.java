/** What was measured: figures with their repetitions and baselines, as files, and what changed between two sets of them. */
@org.jspecify.annotations.NullMarked
package dev.sightline.bench.figures;
