/**
 * How large a deployment is and what it costs, by arithmetic alone: nothing is measured here, and nothing is asked of a running system.
 *
 * <p>A {@link dev.sightline.lab.scale.Workload} and two tables that the user may edit, {@link dev.sightline.lab.scale.Figure} and {@link
 * dev.sightline.lab.scale.Price}, give {@link dev.sightline.lab.scale.IndexSize}, {@link dev.sightline.lab.scale.DomainSize}, {@link
 * dev.sightline.lab.scale.PipelineSize} and {@link dev.sightline.lab.scale.Costs}; {@link dev.sightline.lab.scale.SizingReport} shows them.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab.scale;
