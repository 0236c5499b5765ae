package dev.sightline.lab.command;

/** How to measure: {@code queries} is the largest number of queries. */
record EvaluationSettings(long seed, int queries) {}
