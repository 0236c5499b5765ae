package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.events.OutputNames;
import dev.sightline.local.keys.IssuedKey;
import dev.sightline.local.keys.KeyDesk;
import dev.sightline.local.keys.WantedKey;
import dev.sightline.storage.S3AccessKeyStore;
import dev.sightline.visual.AccessRole;
import dev.sightline.visual.ImageSignature;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** A key of one collection on the running system, with its real index: what lies elsewhere does not exist for it. */
class CollectionsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int OWN = 46_000;
    private static final int OTHER = 46_002;
    private static final String OWN_KEY = "collections/it/own.png";
    private static final String OTHER_KEY = "access-it/other.png";

    private final SystemUnderTest system = new SystemUnderTest();
    private final DrawnPictures drawn = new DrawnPictures(Path.of(SystemUnderTest.environment("SIGHTLINE_CORPUS")));
    private final byte[] own = drawn.picture(OWN);
    private final byte[] other = drawn.picture(OTHER);
    private final HttpClient http = HttpClient.newHttpClient();
    private S3Client s3;
    private KeyDesk desk;
    private IssuedKey key;

    @BeforeEach
    void upload() {
        s3 = AwsClients.s3(system.running().awsEndpoint());
        S3AccessKeyStore store = new S3AccessKeyStore(s3, system.running().output(OutputNames.CATALOGUE_BUCKET));
        desk = new KeyDesk(store, Clock.systemUTC(), new SecureRandom());
        key = desk.issue(new WantedKey("collections it", AccessRole.WRITE, "it", Duration.ofHours(1)));
        system.put(OWN_KEY, own);
        system.put(OTHER_KEY, other);
        system.await("both to be indexed", PATIENCE, () -> isIndexed(OWN_KEY) && isIndexed(OTHER_KEY));
        system.await(
                "both to be found",
                PATIENCE,
                () -> ask(related(own), system.key().text())
                        .body()
                        .contains(ImageSignature.of(other).hex()));
        system.await("both to be listed", PATIENCE, () -> {
            String listed = ask(
                            system.unkeyed("v1/images?limit=100"), system.key().text())
                    .body();
            return listed.contains(OWN_KEY) && listed.contains(OTHER_KEY);
        });
    }

    @AfterEach
    void remove() {
        system.delete(OWN_KEY);
        system.delete(OTHER_KEY);
        desk.revoke(key.key().id());
        s3.close();
        http.close();
    }

    @Test
    void boundKey_everywhere_seesItsCollectionOnly() throws IOException {
        String foreign = ImageSignature.of(other).hex();

        assertThat(ask(system.unkeyed("v1/images?limit=100")).body())
                .contains(OWN_KEY)
                .doesNotContain(OTHER_KEY, foreign);
        assertThat(ask(system.unkeyed("v1/images/" + foreign)).statusCode()).isEqualTo(404);
        assertThat(ask(system.unkeyed("v1/images/%s/original".formatted(foreign)))
                        .statusCode())
                .isEqualTo(404);
        assertThat(ask(related(other)).statusCode()).isEqualTo(404);
        assertThat(ask(related(own)).statusCode()).isEqualTo(200);
        assertThat(ask(related(own)).body()).doesNotContain(OTHER_KEY, foreign);
        HttpResponse<String> lens = ask(system.unkeyed("v1/lens?limit=100")
                .header("Content-Type", "image/png")
                .POST(BodyPublishers.ofByteArray(other)));
        assertThat(lens.statusCode()).isEqualTo(200);
        lens(lens)
                .path("groups")
                .forEach(group -> group.path("results")
                        .forEach(result ->
                                assertThat(result.path("keys").toString()).isEqualTo("[\"%s\"]".formatted(OWN_KEY))));
    }

    @Test
    void boundKey_uploading_getsAPlaceInItsCollection() {
        HttpResponse<String> granted = ask(system.unkeyed("v1/uploads")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"fileName\":\"a.png\",\"contentType\":\"image/png\",\"bytes\":%d}".formatted(own.length))));

        assertThat(granted.statusCode()).isEqualTo(201);
        assertThat(granted.body()).contains("\"imageKey\":\"collections/it/uploads/");
    }

    private static JsonNode lens(HttpResponse<String> response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }

    private HttpRequest.Builder related(byte[] picture) {
        return system.unkeyed("v1/images/%s/related?limit=100".formatted(ImageSignature.of(picture)));
    }

    private boolean isIndexed(String imageKey) {
        return system.source(imageKey).path("state").asText().equals("indexed");
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) {
        return ask(request, key.key().text());
    }

    private HttpResponse<String> ask(HttpRequest.Builder request, String text) {
        try {
            return http.send(request.header("X-Api-Key", text).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
