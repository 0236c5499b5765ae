/**
 * What objects are good for: which detected boxes deserve a dot ({@link dev.sightline.lab.objects.DotGateTuning}, P7), and whether
 * searching objects finds more than searching whole pictures ({@link dev.sightline.lab.objects.ObjectSearchComparison}, P8).
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab.objects;
