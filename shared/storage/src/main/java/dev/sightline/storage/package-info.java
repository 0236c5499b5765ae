/**
 * What lies in S3: uploaded images ({@link dev.sightline.storage.ImageStore}) and the features computed from them ({@link
 * dev.sightline.storage.FeatureStore}). S3 is the truth; every index is a view of it.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.storage;
