package dev.sightline.local.operate;

/**
 * What a switch of the model set may cost, and what it must achieve.
 *
 * @param perSecond most images per second that are asked to be analyzed
 * @param sample images whose answers are compared with an exact scan
 * @param minRecall the least recall@10 of that sample, 0..1
 * @param allowMissing images that may lack a record of the next model set: they will not be found
 */
public record SwitchLimits(double perSecond, int sample, double minRecall, int allowMissing) {}
