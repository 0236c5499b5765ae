package dev.sightline.index;

import java.net.URI;
import java.util.Set;

/**
 * Where OpenSearch is and how requests are signed.
 *
 * @throws IllegalArgumentException if the URL has no host, or is not https with {@link OpenSearchAuth#IAM}, or does not lead to
 *     loopback with {@link OpenSearchAuth#NONE}
 */
public record OpenSearchSettings(URI url, OpenSearchAuth auth) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    public OpenSearchSettings {
        String host = url.getHost();
        if (host == null) {
            throw new IllegalArgumentException("expected an http or https URL of OpenSearch, got '%s'".formatted(url));
        }
        boolean fits = switch (auth) {
            case NONE -> LOOPBACK.contains(host);
            case IAM -> "https".equals(url.getScheme());
        };
        if (!fits) {
            throw new IllegalArgumentException(
                    "expected a loopback URL for authentication none, or https for iam, got %s for %s"
                            .formatted(url, auth));
        }
    }
}
