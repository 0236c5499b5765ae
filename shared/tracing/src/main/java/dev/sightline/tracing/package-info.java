/** What happens to an image, as spans of traces: {@link dev.sightline.tracing.Tracer} begins them, {@link dev.sightline.tracing.Tracing} is where they go. */
@org.jspecify.annotations.NullMarked
package dev.sightline.tracing;
