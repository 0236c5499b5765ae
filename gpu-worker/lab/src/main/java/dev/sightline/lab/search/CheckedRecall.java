package dev.sightline.lab.search;

import dev.sightline.lab.metrics.Interval;
import dev.sightline.visual.ModelSetId;

/**
 * The recall@10 of a serving index of {@code images} images, over {@code queries} of them; {@code imperfect} is the number of queries
 * whose answer misses something.
 */
public record CheckedRecall(ModelSetId modelSet, long images, int queries, long imperfect, Interval recall) {}
