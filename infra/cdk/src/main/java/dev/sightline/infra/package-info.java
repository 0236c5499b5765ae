/**
 * The AWS deployment, one stack per part of the flow: {@link dev.sightline.infra.StorageStack}, {@link
 * dev.sightline.infra.PipelineStack}, {@link dev.sightline.infra.ApiStack}, put together by {@link
 * dev.sightline.infra.SightlineApp}. The same templates are deployed to AWS and to LocalStack; where OpenSearch and the worker are
 * comes from {@link dev.sightline.infra.DeploymentSettings}.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.infra;
