/** How the system is doing, in numbers: {@link dev.sightline.blender.status.StatusCount}, {@link dev.sightline.blender.status.EngagementCount}. */
@org.jspecify.annotations.NullMarked
package dev.sightline.blender.status;
