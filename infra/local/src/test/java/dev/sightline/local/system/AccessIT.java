package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.OutputNames;
import dev.sightline.local.keys.IssuedKey;
import dev.sightline.local.keys.KeyDesk;
import dev.sightline.local.keys.WantedKey;
import dev.sightline.storage.S3AccessKeyStore;
import dev.sightline.visual.AccessRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** Keys on the running system: issued, used, rotated and revoked as an operator does. */
class AccessIT {

    /** How long the function believes what it read of a key, and some time for a busy machine. */
    private static final Duration BELIEVED = Duration.ofSeconds(45);

    private final SystemUnderTest system = new SystemUnderTest();
    private final HttpClient http = HttpClient.newHttpClient();
    private S3Client s3;
    private KeyDesk desk;

    @BeforeEach
    void open() {
        s3 = AwsClients.s3(system.running().awsEndpoint());
        S3AccessKeyStore store = new S3AccessKeyStore(s3, system.running().output(OutputNames.CATALOGUE_BUCKET));
        desk = new KeyDesk(store, Clock.systemUTC(), new SecureRandom());
    }

    @AfterEach
    void close() {
        s3.close();
        http.close();
    }

    @Test
    void key_fromItsIssueToItsRevocation_opensWhatItsRoleAllows() {
        IssuedKey key = desk.issue(new WantedKey("it", AccessRole.READ, null, null));

        assertThat(status(boards(key))).isEqualTo(200);
        assertThat(status(newBoard(key))).isEqualTo(403);

        desk.revoke(key.key().id());

        system.await("the key to be refused", BELIEVED, () -> status(boards(key)) == 401);
    }

    @Test
    void rotatedKey_withoutGrace_givesWayToTheNext() {
        IssuedKey old = desk.issue(new WantedKey("it", AccessRole.WRITE, null, Duration.ofDays(1)));
        assertThat(status(boards(old))).isEqualTo(200);

        IssuedKey next = desk.rotate(old.key().id(), Duration.ZERO);

        assertThat(status(boards(next))).isEqualTo(200);
        system.await("the old key to be refused", BELIEVED, () -> status(boards(old)) == 401);
        desk.revoke(next.key().id());
    }

    @Test
    void requestWithoutAKey_getsTheDocumentAndNothingElse() {
        assertThat(status(HttpRequest.newBuilder(api("v1/openapi.json")))).isEqualTo(200);
        assertThat(status(HttpRequest.newBuilder(api("v1/images")))).isEqualTo(401);
        assertThat(status(HttpRequest.newBuilder(api("v1/status")))).isEqualTo(401);
    }

    /** The page's server says who this machine is, so that no page ever holds the key. */
    @Test
    void page_onThisMachine_needsNoKeyOfItsOwn() {
        assertThat(status(HttpRequest.newBuilder(system.running().page().resolve("v1/images"))))
                .isEqualTo(200);
    }

    private HttpRequest.Builder boards(IssuedKey key) {
        return HttpRequest.newBuilder(api("v1/boards"))
                .header("X-Api-Key", key.key().text());
    }

    private HttpRequest.Builder newBoard(IssuedKey key) {
        return boards(key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"Porch\"}"));
    }

    private URI api(String path) {
        return system.running().api().resolve(path);
    }

    private int status(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
