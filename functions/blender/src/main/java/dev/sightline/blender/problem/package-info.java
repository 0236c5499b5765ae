/** Every error as problem+json (RFC 9457): {@link dev.sightline.blender.problem.ProblemMappers}. */
@org.jspecify.annotations.NullMarked
package dev.sightline.blender.problem;
