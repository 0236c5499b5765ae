package dev.sightline.infra;

import dev.sightline.events.AccessKeyRecord;
import dev.sightline.events.CatalogueKeys;
import dev.sightline.events.EventJson;
import dev.sightline.visual.AccessKey;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigateway.CfnMethod;
import software.amazon.awscdk.services.apigateway.CorsOptions;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.ThrottleSettings;
import software.amazon.awscdk.services.apigateway.UsagePlanPerApiStage;
import software.amazon.awscdk.services.apigateway.UsagePlanProps;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.deployment.BucketDeployment;
import software.amazon.awscdk.services.s3.deployment.ISource;
import software.amazon.awscdk.services.s3.deployment.Source;
import software.constructs.Construct;

/** What the API asks of its callers: how often they may come, from which pages, and with which keys. */
final class ApiAccess {

    private static final Duration PREFLIGHT_KEPT = Duration.hours(1);
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");
    private static final List<String> HEADERS =
            List.of("Content-Type", AccessKey.HEADER, "Idempotency-Key", "If-Match", "If-None-Match", "traceparent");

    private final AccessSettings settings;

    ApiAccess(AccessSettings settings) {
        this.settings = settings;
    }

    /** How API Gateway answers browsers that ask before they send; only where there are origins to let in. */
    CorsOptions preflight() {
        return CorsOptions.builder()
                .allowOrigins(settings.origins())
                .allowMethods(METHODS)
                .allowHeaders(HEADERS)
                .maxAge(PREFLIGHT_KEPT)
                .build();
    }

    /** All bodies are bytes to this API, which the integration that answers before the function cannot read. */
    void letPreflightsBeRead(RestApi api) {
        api.getNode().findAll().stream()
                .filter(CfnMethod.class::isInstance)
                .map(CfnMethod.class::cast)
                .filter(method -> method.getHttpMethod().equals("OPTIONS"))
                .forEach(method -> method.addPropertyOverride("Integration.ContentHandling", "CONVERT_TO_TEXT"));
    }

    /** For those keys of API Gateway's own that an operator attaches; the stage's limit holds for everybody. */
    void limit(RestApi api) {
        api.addUsagePlan(
                "Usage",
                UsagePlanProps.builder()
                        .description("Sightline: what one caller may ask")
                        .throttle(ThrottleSettings.builder()
                                .rateLimit(settings.requestsPerSecond())
                                .burstLimit(settings.burst())
                                .build())
                        .apiStages(List.of(UsagePlanPerApiStage.builder()
                                .api(api)
                                .stage(api.getDeploymentStage())
                                .build()))
                        .build());
    }

    /** The blender reads a key's record by its id, and nothing more: neither does it write one. */
    static void readKeys(Bucket catalogue, SightlineFunction function) {
        function.mayRead(catalogue, CatalogueKeys.ACCESS_KEYS + "*");
    }

    /** Puts the records of the settings where the blender reads them; others, which the launcher made, stay. */
    void keep(Construct scope, Bucket catalogue) {
        if (settings.keys().isEmpty()) {
            return;
        }
        BucketDeployment.Builder.create(scope, "AccessKeys")
                .sources(settings.keys().stream().map(ApiAccess::source).toList())
                .destinationBucket(catalogue)
                .destinationKeyPrefix(CatalogueKeys.ACCESS_KEYS)
                .prune(false)
                .build();
    }

    private static ISource source(AccessKeyRecord key) {
        return Source.data(
                CatalogueKeys.accessKey(key.id()).substring(CatalogueKeys.ACCESS_KEYS.length()), EventJson.write(key));
    }
}
