/** Makes the report of a run from its data alone: Markdown, and plots as SVG. */
@org.jspecify.annotations.NullMarked
package dev.sightline.bench.report;
