/** The arithmetic of evaluation: pure, and checked against values computed by hand. */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab.metrics;
