/** Stage search: {@link dev.sightline.blender.search.CandidateSearch} finds candidates for all that a query looks at. */
@org.jspecify.annotations.NullMarked
package dev.sightline.blender.search;
