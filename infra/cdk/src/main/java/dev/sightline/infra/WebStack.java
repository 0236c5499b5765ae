package dev.sightline.infra;

import dev.sightline.events.OutputNames;
import dev.sightline.visual.AccessKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.amazon.awscdk.services.cloudfront.HeadersFrameOption;
import software.amazon.awscdk.services.cloudfront.HeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeader;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentSecurityPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersFrameOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.RestApiOrigin;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.deployment.BucketDeployment;
import software.amazon.awscdk.services.s3.deployment.CacheControl;
import software.amazon.awscdk.services.s3.deployment.Source;
import software.constructs.Construct;

/**
 * The page: its files in a private bucket that CloudFront alone reads, and the API below {@code /v1} of the same origin.
 *
 * <p>Answers of the API are never cached here. A path without a file name extension is a place inside the page: a function at the edge
 * rewrites it. Error pages would do that too, but for the API's answers as well.
 */
public final class WebStack extends Stack {

    private static final String PLACES_TO_PAGE = """
        function handler(event) {
          var request = event.request;
          if (!/\\.[^\\/]*$/.test(request.uri)) {
            request.uri = '/index.html';
          }
          return request;
        }
        """;

    private static final Duration TLS_ONLY = Duration.days(365);

    WebStack(Construct scope, String id, DeploymentSettings settings, StorageStack storage, ApiStack api) {
        super(scope, id);
        Path folder = Objects.requireNonNull(settings.page().folder());
        Bucket bucket = bucket(storage);
        BehaviorOptions files = files(bucket, headers(folder, storage.images()));
        Distribution distribution = distribution(settings.page(), files, api.api(), storage);
        BucketDeployment.Builder.create(this, "Files")
                .sources(List.of(Source.asset(folder.toString())))
                .destinationBucket(bucket)
                .distribution(distribution)
                .exclude(List.of(PageHeaders.FILE))
                .cacheControl(List.of(CacheControl.noCache()))
                .build();
        Findings.explainPage(distribution, settings.page());
        Findings.explainCopies(this);
        CfnOutput.Builder.create(this, OutputNames.PAGE_DOMAIN)
                .value(distribution.getDistributionDomainName())
                .build();
    }

    private Bucket bucket(StorageStack storage) {
        Bucket.Builder bucket = Bucket.Builder.create(this, "Page")
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .removalPolicy(RemovalPolicy.RETAIN);
        return storage.accessLogs()
                .map(logs -> bucket.serverAccessLogsBucket(logs).serverAccessLogsPrefix("s3/page/"))
                .orElse(bucket)
                .build();
    }

    private Distribution distribution(PageSettings page, BehaviorOptions files, RestApi api, StorageStack storage) {
        Distribution.Builder distribution = Distribution.Builder.create(this, "Distribution")
                .comment("Sightline: page and API")
                .defaultBehavior(files)
                .additionalBehaviors(Map.of("/v1/*", passage(page, api)))
                .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021);
        storage.accessLogs().ifPresent(logs -> distribution.logBucket(logs).logFilePrefix("page/"));
        @Nullable String certificate = page.certificate();
        @Nullable String domain = page.domain();
        if (certificate != null && domain != null) {
            distribution
                    .domainNames(List.of(domain))
                    .certificate(Certificate.fromCertificateArn(this, "Certificate", certificate));
        }
        return distribution.build();
    }

    private BehaviorOptions files(Bucket bucket, ResponseHeadersPolicy headers) {
        return BehaviorOptions.builder()
                .origin(S3BucketOrigin.withOriginAccessControl(bucket))
                .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
                .cachePolicy(CachePolicy.CACHING_OPTIMIZED)
                .responseHeadersPolicy(headers)
                .functionAssociations(List.of(FunctionAssociation.builder()
                        .eventType(FunctionEventType.VIEWER_REQUEST)
                        .function(placesToPage())
                        .build()))
                .build();
    }

    /**
     * The host is API Gateway's to know itself by: everything but that goes there, with the page's key in place of any that the browser sent. The
     * template holds the name of the secret only.
     */
    private static BehaviorOptions passage(PageSettings page, RestApi api) {
        Map<String, String> key = Optional.ofNullable(page.keySecret())
                .map(SecretValue::secretsManager)
                .map(secret -> Map.of(AccessKey.HEADER, secret.unsafeUnwrap()))
                .orElse(Map.of());
        return BehaviorOptions.builder()
                .origin(RestApiOrigin.Builder.create(api).customHeaders(key).build())
                .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                .allowedMethods(AllowedMethods.ALLOW_ALL)
                .cachePolicy(CachePolicy.CACHING_DISABLED)
                .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
                .build();
    }

    private Function placesToPage() {
        return Function.Builder.create(this, "PlacesToPage")
                .runtime(FunctionRuntime.JS_2_0)
                .code(FunctionCode.fromInline(PLACES_TO_PAGE))
                .build();
    }

    private ResponseHeadersPolicy headers(Path folder, Bucket images) {
        Map<String, String> headers = new TreeMap<>(PageHeaders.read(folder, origins(images)));
        return ResponseHeadersPolicy.Builder.create(this, "Headers")
                .securityHeadersBehavior(ResponseSecurityHeadersBehavior.builder()
                        .contentSecurityPolicy(ResponseHeadersContentSecurityPolicy.builder()
                                .contentSecurityPolicy(taken(headers, "Content-Security-Policy"))
                                .override(true)
                                .build())
                        .contentTypeOptions(contentTypeOptions(headers))
                        .frameOptions(ResponseHeadersFrameOptions.builder()
                                .frameOption(HeadersFrameOption.DENY)
                                .override(true)
                                .build())
                        .referrerPolicy(referrerPolicy(headers))
                        .strictTransportSecurity(tlsOnly())
                        .build())
                .customHeadersBehavior(others(headers))
                .build();
    }

    /** Both, since presigned requests name the one or the other, depending on the region. */
    private static String origins(Bucket images) {
        return "https://%s https://%s".formatted(images.getBucketRegionalDomainName(), images.getBucketDomainName());
    }

    private static ResponseHeadersContentTypeOptions contentTypeOptions(Map<String, String> headers) {
        taken(headers, "X-Content-Type-Options");
        return ResponseHeadersContentTypeOptions.builder().override(true).build();
    }

    private static ResponseHeadersReferrerPolicy referrerPolicy(Map<String, String> headers) {
        String policy = taken(headers, "Referrer-Policy").replace('-', '_').toUpperCase(Locale.ROOT);
        return ResponseHeadersReferrerPolicy.builder()
                .referrerPolicy(HeadersReferrerPolicy.valueOf(policy))
                .override(true)
                .build();
    }

    private static ResponseHeadersStrictTransportSecurity tlsOnly() {
        return ResponseHeadersStrictTransportSecurity.builder()
                .accessControlMaxAge(TLS_ONLY)
                .includeSubdomains(true)
                .override(true)
                .build();
    }

    /** CloudFront has a place of their own for some headers, and refuses them among the others. */
    private static ResponseCustomHeadersBehavior others(Map<String, String> headers) {
        return ResponseCustomHeadersBehavior.builder()
                .customHeaders(headers.entrySet().stream()
                        .map(header -> ResponseCustomHeader.builder()
                                .header(header.getKey())
                                .value(header.getValue())
                                .override(true)
                                .build())
                        .toList())
                .build();
    }

    private static String taken(Map<String, String> headers, String name) {
        return Objects.requireNonNull(headers.remove(name), () -> "no %s in %s".formatted(name, PageHeaders.FILE));
    }
}
