/** What the worker does with an image, without queue, storage and index: the limit of the pipeline. */
@org.jspecify.annotations.NullMarked
package dev.sightline.bench.analysis;
