/** Fuzzing of the HTTP API: {@link dev.sightline.local.fuzz.ApiFuzz}. */
@org.jspecify.annotations.NullMarked
package dev.sightline.local.fuzz;
