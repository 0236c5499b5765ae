/** Measures the real index: recall against an exact scan, latency, and what the second stage gains (P4 and P5). */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab.search;
