/** Search over many codes that are derived from real ones: the adapter's on a real node, and a scan in memory as its limit. */
@org.jspecify.annotations.NullMarked
package dev.sightline.bench.search;
