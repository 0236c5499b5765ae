/** The policy in force: {@link dev.sightline.blender.policy.ReloadingPolicies} follows the document in S3. */
@org.jspecify.annotations.NullMarked
package dev.sightline.blender.policy;
