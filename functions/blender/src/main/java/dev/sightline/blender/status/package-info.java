/** How the system is doing, in numbers: {@link dev.sightline.blender.status.SystemStatus}. */
@org.jspecify.annotations.NullMarked
package dev.sightline.blender.status;
