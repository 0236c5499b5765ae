package dev.sightline.testkit;

import java.net.URI;
import java.util.UUID;

/** The LocalStack that integration tests talk to; the SDK reads the same variables of the environment. */
final class LocalStack {

    private static final String ENDPOINT = "AWS_ENDPOINT_URL";

    /** Nothing listens here. */
    static final URI DEAD = URI.create("http://127.0.0.1:1");

    private LocalStack() {}

    /** Fails where no LocalStack was named, so that no test reaches the real AWS. */
    static void require() {
        String url = System.getenv(ENDPOINT);
        if (url == null || !URI.create(url).getHost().equals("127.0.0.1")) {
            throw new AssertionError("expected %s to name LocalStack on 127.0.0.1, got %s; run ./sightline test"
                    .formatted(ENDPOINT, url));
        }
    }

    /** A name that no other test has. */
    static String uniqueName(String purpose) {
        return "it-%s-%s".formatted(purpose, UUID.randomUUID());
    }
}
