/** Requests that create and come again: {@link dev.sightline.blender.repeat.RepeatedRequests}. */
@org.jspecify.annotations.NullMarked
package dev.sightline.blender.repeat;
