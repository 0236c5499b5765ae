/**
 * Operations on a deployment: what its queues and sources say, and how to move them on. Each works on a {@link
 * dev.sightline.local.site.Site}, so the same on this machine and in an AWS account.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.local.operate;
