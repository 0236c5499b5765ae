package dev.sightline.infra;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the page is from, and under which names browsers know it.
 *
 * @param folder the assembled page (context {@code page}: a folder, or {@code none} for no page; default {@code none})
 * @param origins that may send files to the bucket (context {@code pageOrigins}, separated by commas; default: none may)
 * @param domain the page's own name (context {@code pageDomain}; default: the one that CloudFront gives)
 * @param keySecret name of the secret in Secrets Manager that holds the key with which the page asks the API (context {@code pageKeySecret}; default: none,
 *     and the API refuses the page)
 * @param certificate ARN of the certificate for that name, in us-east-1 (context {@code pageCertificateArn}, required with a domain)
 */
public record PageSettings(
        @Nullable Path folder,
        List<String> origins,
        @Nullable String keySecret,
        @Nullable String domain,
        @Nullable String certificate) {

    public PageSettings {
        origins = List.copyOf(origins);
        Origins.require("pageOrigins", origins);
        if ((domain == null) != (certificate == null)) {
            throw new IllegalArgumentException("expected pageDomain and pageCertificateArn or neither, got %s and %s"
                    .formatted(domain, certificate));
        }
    }

    static PageSettings fromContext(DeploymentContext context) {
        return new PageSettings(
                context.value("page")
                        .filter(page -> !page.equals("none"))
                        .map(Path::of)
                        .map(Path::toAbsolutePath)
                        .orElse(null),
                context.values("pageOrigins"),
                context.value("pageKeySecret").orElse(null),
                context.value("pageDomain").orElse(null),
                context.value("pageCertificateArn").orElse(null));
    }
}
