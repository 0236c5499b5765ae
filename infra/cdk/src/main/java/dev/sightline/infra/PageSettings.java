package dev.sightline.infra;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.constructs.Node;

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
        origins.forEach(PageSettings::requireOrigin);
        if ((domain == null) != (certificate == null)) {
            throw new IllegalArgumentException("expected pageDomain and pageCertificateArn or neither, got %s and %s"
                    .formatted(domain, certificate));
        }
    }

    static PageSettings fromContext(Node node) {
        return new PageSettings(
                context(node, "page")
                        .filter(page -> !page.equals("none"))
                        .map(Path::of)
                        .map(Path::toAbsolutePath)
                        .orElse(null),
                context(node, "pageOrigins").stream()
                        .flatMap(origins -> Arrays.stream(origins.split(",")))
                        .toList(),
                context(node, "pageKeySecret").orElse(null),
                context(node, "pageDomain").orElse(null),
                context(node, "pageCertificateArn").orElse(null));
    }

    private static void requireOrigin(String origin) {
        if (!origin.matches("https?://[A-Za-z0-9.-]+(:[0-9]+)?")) {
            throw new IllegalArgumentException(
                    "expected origins such as https://sightline.example in pageOrigins, got '%s'".formatted(origin));
        }
    }

    private static Optional<String> context(Node node, String name) {
        return Optional.ofNullable(node.tryGetContext(name)).map(Object::toString);
    }
}
