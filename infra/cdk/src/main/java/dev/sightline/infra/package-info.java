/**
 * The AWS deployment, one stack per part of the flow, in the order in which they need each other: {@link dev.sightline.infra.StorageStack},
 * {@link dev.sightline.infra.NetworkStack}, {@link dev.sightline.infra.SearchStack}, {@link dev.sightline.infra.PipelineStack}, {@link
 * dev.sightline.infra.EngagementStack}, {@link dev.sightline.infra.GpuWorkerStack}, {@link dev.sightline.infra.ApiStack}, {@link
 * dev.sightline.infra.WebStack}, {@link dev.sightline.infra.ObservabilityStack}; put together by {@link dev.sightline.infra.SightlineApp}.
 *
 * <p>What a deployment is, {@link dev.sightline.infra.DeploymentSettings} say. LocalStack gets four of these stacks, without what it lacks
 * ({@link dev.sightline.infra.Platform}).
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.infra;
