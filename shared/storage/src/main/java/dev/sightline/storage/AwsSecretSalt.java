package dev.sightline.storage;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The salt of user hashes, a secret of AWS Secrets Manager: its text in UTF-8. Each reading has a client of its own, since it is read once in
 * the life of a process. Safe for all threads.
 */
public final class AwsSecretSalt {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(10);

    private final Supplier<SecretsManagerClient> clients;
    private final String secret;

    /**
     * A salt that is read with the caller's clients.
     *
     * @param clients makes one for each reading, which closes it
     * @param secret its name or ARN
     */
    public AwsSecretSalt(Supplier<SecretsManagerClient> clients, String secret) {
        this.clients = clients;
        this.secret = secret;
    }

    /** A salt that is read with region, credentials and endpoint from the environment; {@code secret} is its name or ARN. */
    public static AwsSecretSalt named(String secret) {
        return new AwsSecretSalt(AwsSecretSalt::client, secret);
    }

    /**
     * Reads the salt.
     *
     * @throws SightlineException with {@link ErrorCode#STORAGE_UNAVAILABLE} if the service does not answer, with {@link ErrorCode#DEFECT} if
     *     it refuses, or the secret has no text
     */
    public byte[] read() {
        try (SecretsManagerClient secrets = clients.get()) {
            String text =
                    secrets.getSecretValue(request -> request.secretId(secret)).secretString();
            if (text == null || text.isEmpty()) {
                throw new SightlineException(
                        ErrorCode.DEFECT, "expected a text in the secret %s, got none".formatted(secret));
            }
            return text.getBytes(StandardCharsets.UTF_8);
        } catch (SdkException e) {
            throw S3Failure.of("reading the secret " + secret, e);
        }
    }

    private static SecretsManagerClient client() {
        return SecretsManagerClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .overrideConfiguration(limits -> limits.apiCallTimeout(WHOLE_CALL))
                .build();
    }
}
