package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.storage.AwsSecretSalt;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

class AwsSecretSaltIT {

    private final String name = LocalStack.uniqueName("salt");

    /** LocalStack starts the service with its first request, which on a busy machine takes longer than a reading may. */
    @BeforeEach
    void startTheService() {
        LocalStack.require();
        try (SecretsManagerClient secrets = client()) {
            secrets.listSecrets();
        }
    }

    @Test
    void read_secretWithText_isItsBytes() {
        try (SecretsManagerClient secrets = client()) {
            secrets.createSecret(request -> request.name(name).secretString("sält"));
            try {
                assertThat(new String(AwsSecretSalt.named(name).read(), StandardCharsets.UTF_8))
                        .isEqualTo("sält");
            } finally {
                secrets.deleteSecret(request -> request.secretId(name).forceDeleteWithoutRecovery(true));
            }
        }
    }

    @Test
    void read_unknownSecret_isADefect() {
        assertCode(AwsSecretSalt.named(name), ErrorCode.DEFECT);
    }

    @Test
    void read_nothingListens_isUnavailable() {
        AwsSecretSalt salt = new AwsSecretSalt(
                () -> SecretsManagerClient.builder()
                        .endpointOverride(LocalStack.DEAD)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build(),
                name);
        assertCode(salt, ErrorCode.STORAGE_UNAVAILABLE);
    }

    private static void assertCode(AwsSecretSalt salt, ErrorCode code) {
        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(salt::read)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    private static SecretsManagerClient client() {
        return SecretsManagerClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
