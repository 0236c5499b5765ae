package dev.sightline.lab.search;

/**
 * What one way to search gave: {@code shortlist} is the number of candidates of its first stage, {@code recall} and {@code precision}
 * have one value per query, in the order of the queries. The arrays are not copied: do not change them.
 */
@SuppressWarnings("ArrayRecordComponent") // read by this package only
record Measured(int shortlist, double[] recall, double[] precision, Latencies latencies) {}
