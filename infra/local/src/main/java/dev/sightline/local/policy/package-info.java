/**
 * The policy of a deployment: which document is meant ({@link dev.sightline.local.policy.PolicyDocuments}), what a change does ({@link
 * dev.sightline.local.policy.PolicyDiffView}) and how it comes into force ({@link dev.sightline.local.policy.PolicyApplication}).
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.local.policy;
