/**
 * What a query leaves behind for those that come after it: a {@link dev.sightline.blender.staging.Keepsake}, which {@link
 * dev.sightline.blender.staging.QueryKeeper} stores while the query is searched for.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.blender.staging;
