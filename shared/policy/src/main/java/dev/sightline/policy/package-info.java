/**
 * The policy: which boxes become dots, what counts as evidence, and how the sources of an answer are mixed. A versioned JSON document,
 * not code.
 *
 * <p>Read {@link dev.sightline.policy.BlenderPolicy} first.
 */
@NullMarked
package dev.sightline.policy;

import org.jspecify.annotations.NullMarked;
