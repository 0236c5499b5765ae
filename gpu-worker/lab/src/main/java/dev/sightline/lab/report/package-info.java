/**
 * What an evaluation found, and how it is shown.
 *
 * <p>Each protocol gives a {@link dev.sightline.lab.report.Section} of tables, plots and galleries, which are data alone. A {@link
 * dev.sightline.lab.report.Report} holds them with their provenance, and is written in four ways: {@link
 * dev.sightline.lab.report.TerminalReport}, {@link dev.sightline.lab.report.JsonReport}, {@link
 * dev.sightline.lab.report.MarkdownReport} and {@link dev.sightline.lab.report.HtmlReport}. The same report gives the same bytes.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab.report;
