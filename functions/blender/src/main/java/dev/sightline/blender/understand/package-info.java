/**
 * Stage understand: {@link dev.sightline.blender.understand.QueryUnderstanding} finds out what a query looks at. Stored images and
 * objects bring their embeddings; new pixels go to the worker ({@link dev.sightline.blender.understand.QueryAnalyzer}).
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.blender.understand;
