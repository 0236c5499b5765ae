/**
 * What an evaluation found, and how it is shown: each protocol gives a {@link dev.sightline.lab.report.Section}; the terminal, JSON,
 * HTML and Markdown are four ways to write the same sections.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab.report;
