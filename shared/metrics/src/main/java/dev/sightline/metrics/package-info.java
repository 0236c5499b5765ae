/** Numbers that the system tells of itself: {@link dev.sightline.metrics.Metrics} is where they go. */
@org.jspecify.annotations.NullMarked
package dev.sightline.metrics;
