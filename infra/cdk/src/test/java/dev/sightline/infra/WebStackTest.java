package dev.sightline.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class WebStackTest {

    private static final String CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/1";

    private static Template web;

    @BeforeAll
    static void synthesize(@TempDir Path root) throws IOException {
        Path page = Files.createDirectories(root.resolve("page"));
        Files.writeString(page.resolve("index.html"), "<!doctype html>");
        Files.copy(Path.of("../web", PageHeaders.FILE), page.resolve(PageHeaders.FILE));
        Map<String, String> context = Map.of(
                "page",
                page.toString(),
                "pageKeySecret",
                "sightline-page-key",
                "pageDomain",
                "sightline.example",
                "pageCertificateArn",
                CERTIFICATE);
        SightlineApp.Stacks stacks = SynthesizedStacks.below(root, context);
        web = Template.fromStack(Objects.requireNonNull(stacks.web()));
    }

    @Test
    void passage_always_sendsTheKeyThatTheSecretHolds() {
        web.hasResourceProperties(
                "AWS::CloudFront::Distribution",
                Match.objectLike(
                        Map.of(
                                "DistributionConfig",
                                Match.objectLike(
                                        Map.of(
                                                "Origins",
                                                Match.arrayWith(
                                                        List.of(
                                                                Match.objectLike(
                                                                        Map.of(
                                                                                "OriginCustomHeaders",
                                                                                List.of(
                                                                                        Map.of(
                                                                                                "HeaderName",
                                                                                                "X-Api-Key",
                                                                                                "HeaderValue",
                                                                                                "{{resolve:secretsmanager:sightline-page-key:SecretString:::}}")))))))))));
    }

    @Test
    void bucket_always_isPrivateAndReadByTheDistributionOnly() {
        web.hasResourceProperties(
                "AWS::S3::Bucket",
                Map.of(
                        "PublicAccessBlockConfiguration",
                        Map.of(
                                "BlockPublicAcls", true,
                                "BlockPublicPolicy", true,
                                "IgnorePublicAcls", true,
                                "RestrictPublicBuckets", true)));
        web.hasResourceProperties(
                "AWS::S3::BucketPolicy",
                Map.of(
                        "PolicyDocument",
                        Match.objectLike(Map.of(
                                "Statement",
                                Match.arrayWith(List.of(Match.objectLike(Map.of(
                                        "Action",
                                        "s3:GetObject",
                                        "Effect",
                                        "Allow",
                                        "Principal",
                                        Map.of("Service", "cloudfront.amazonaws.com"),
                                        "Condition",
                                        Match.objectLike(Map.of("StringEquals", Match.anyValue()))))))))));
        web.resourceCountIs("AWS::CloudFront::OriginAccessControl", 1);
    }

    @Test
    void api_always_isPassedOnUncachedAndOverTls() {
        web.hasResourceProperties(
                "AWS::CloudFront::Distribution",
                Map.of(
                        "DistributionConfig",
                        Match.objectLike(Map.of(
                                "CacheBehaviors",
                                List.of(Match.objectLike(Map.of(
                                        "PathPattern",
                                        "/v1/*",
                                        "ViewerProtocolPolicy",
                                        "https-only",
                                        "AllowedMethods",
                                        List.of("GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"),
                                        // AWS' policies "CachingDisabled" and "AllViewerExceptHostHeader"
                                        "CachePolicyId",
                                        "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
                                        "OriginRequestPolicyId",
                                        "b689b0a8-53d0-40ab-baf2-68738e2966ac")))))));
        web.hasResourceProperties(
                "AWS::CloudFront::Distribution",
                Map.of(
                        "DistributionConfig",
                        Match.objectLike(Map.of(
                                "Origins",
                                Match.arrayWith(List.of(Match.objectLike(Map.of(
                                        "OriginPath",
                                        Match.anyValue(),
                                        "CustomOriginConfig",
                                        Match.objectLike(Map.of(
                                                "OriginProtocolPolicy",
                                                "https-only",
                                                "OriginSSLProtocols",
                                                List.of("TLSv1.2")))))))))));
    }

    @Test
    void errors_never_becomeThePage() {
        web.hasResourceProperties(
                "AWS::CloudFront::Distribution",
                Map.of("DistributionConfig", Match.objectLike(Map.of("CustomErrorResponses", Match.absent()))));
        web.hasResourceProperties(
                "AWS::CloudFront::Function",
                Map.of("FunctionCode", Match.stringLikeRegexp("request\\.uri = '/index\\.html'")));
    }

    @Test
    void ownName_always_wantsTls12() {
        web.hasResourceProperties(
                "AWS::CloudFront::Distribution",
                Map.of(
                        "DistributionConfig",
                        Match.objectLike(Map.of(
                                "Aliases",
                                List.of("sightline.example"),
                                "DefaultCacheBehavior",
                                Match.objectLike(Map.of("ViewerProtocolPolicy", "redirect-to-https")),
                                "ViewerCertificate",
                                Match.objectLike(Map.of(
                                        "AcmCertificateArn",
                                        CERTIFICATE,
                                        "MinimumProtocolVersion",
                                        "TLSv1.2_2021"))))));
    }

    @Test
    void headers_always_areThoseOfTheLocalServerAndMore() {
        String policy =
                web.findResources("AWS::CloudFront::ResponseHeadersPolicy").toString();

        assertThat(policy)
                .contains(
                        "default-src 'none'",
                        "frame-ancestors 'none'",
                        "Cross-Origin-Opener-Policy",
                        "Permissions-Policy")
                .contains("ReferrerPolicy=no-referrer", "StrictTransportSecurity", "FrameOption=DENY")
                .doesNotContain("{storage}", "unsafe");
    }

    @Test
    void settings_withANameButNoCertificate_areRefused() {
        assertThatThrownBy(() -> new PageSettings(null, List.of(), null, "sightline.example", null))
                .hasMessageContaining("pageCertificateArn");
    }

    @Test
    void settings_withAnOriginThatIsNone_areRefused() {
        assertThatThrownBy(() -> new PageSettings(null, List.of("*"), null, null, null))
                .hasMessageContaining("'*'");
    }
}
