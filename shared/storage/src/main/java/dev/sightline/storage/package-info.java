/**
 * What lies in S3: uploaded images ({@link dev.sightline.storage.ImageStore}), the features computed from them ({@link
 * dev.sightline.storage.FeatureStore}) and the policy ({@link dev.sightline.storage.PolicyStore}). S3 is the truth; every index is a
 * view of it.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.storage;
