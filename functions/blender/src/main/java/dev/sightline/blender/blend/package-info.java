/** Stage blend: {@link dev.sightline.blender.blend.CandidateBlender} turns candidates into the results of each group. */
@org.jspecify.annotations.NullMarked
package dev.sightline.blender.blend;
