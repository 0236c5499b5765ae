package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.events.OutputNames;
import dev.sightline.events.ThumbnailKeys;
import dev.sightline.visual.ImageSignature;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** The catalogue on the real system: from an upload to the bytes of its thumbnail and its original, and to its end. */
class CatalogueIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int NUMBER = 47_000;
    private static final String BROWSER = "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8";

    private final SystemUnderTest system = new SystemUnderTest();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String folder = "catalogue-%s/".formatted(UUID.randomUUID());
    private final String picture = folder + "a b+é.png";
    private final String text = folder + "text.jpg";

    @AfterEach
    void removeUploads() {
        system.delete(picture);
        system.delete(text);
    }

    @Test
    void upload_fromPendingToRemoved_isListedWithItsFiles() throws Exception {
        byte[] bytes = new DrawnPictures(Path.of(SystemUnderTest.environment("SIGHTLINE_CORPUS"))).picture(NUMBER);
        system.put(picture, bytes);
        system.put(text, "no picture".getBytes(StandardCharsets.UTF_8));

        JsonNode listed =
                system.first("listed with its image", PATIENCE, () -> item(picture), item -> item.has("thumbnail"));
        JsonNode rejected = system.first(
                "listed as rejected",
                PATIENCE,
                () -> item(text),
                item -> item.path("state").asText().equals("rejected"));

        assertThat(rejected.path("reason").asText()).isEqualTo("unsupported-format");
        assertThat(listed.path("state").asText()).isEqualTo("indexed");
        assertThat(listed.path("fileName").asText()).isEqualTo("a b+é.png");
        assertThat(listed.path("contentType").asText()).isEqualTo("image/png");
        assertThat(listed.path("imageId").asText())
                .isEqualTo(ImageSignature.of(bytes).hex());
        assertThumbnail(listed.path("thumbnail").asText(), ImageSignature.of(bytes));
        assertThat(original(listed.path("original").asText())).isEqualTo(bytes);
        assertStatus();

        system.delete(picture);
        system.first("listed no more", PATIENCE, () -> item(picture), JsonNode::isMissingNode);
        system.await(
                "given away no more",
                PATIENCE,
                () -> get(listed.path("thumbnail").asText(), "Accept", BROWSER).statusCode() == 404);
    }

    private JsonNode item(String key) {
        return StreamSupport.stream(
                        system.get("v1/images?limit=100").path("images").spliterator(), false)
                .filter(item -> item.path("key").asText().equals(key))
                .findFirst()
                .orElseGet(() -> system.get("v1/images?limit=1").path("none"));
    }

    /** The bytes in the bucket come through function and gateway as they are. */
    private void assertThumbnail(String path, ImageSignature image) throws IOException {
        HttpResponse<byte[]> answer = get(path, "Accept", BROWSER);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(stored(image));
        assertThat(answer.headers().firstValue("content-type")).contains("image/jpeg");
        assertThat(answer.headers().firstValue("cache-control")).contains("public, max-age=31536000, immutable");
        BufferedImage thumbnail = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(thumbnail.getWidth()).isBetween(1, 320);
        String etag = answer.headers().firstValue("etag").orElseThrow();
        HttpResponse<byte[]> again = get(path, "Accept", BROWSER, "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("etag")).contains(etag);
    }

    private byte[] stored(ImageSignature image) {
        try (S3Client s3 = AwsClients.s3(system.running().awsEndpoint())) {
            return s3.getObjectAsBytes(
                            request -> request.bucket(system.running().output(OutputNames.FEATURES_BUCKET))
                                    .key(ThumbnailKeys.thumbnail(image)))
                    .asByteArray();
        }
    }

    private byte[] original(String path) {
        HttpResponse<byte[]> redirect = get(path);
        assertThat(redirect.statusCode()).isEqualTo(302);
        URI location = URI.create(redirect.headers().firstValue("location").orElseThrow());
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(location));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("image/png");
        return answer.body();
    }

    private void assertStatus() {
        JsonNode status = system.get("v1/status");
        assertThat(status.at("/sources/indexed").asLong()).isPositive();
        assertThat(status.at("/sources/rejected").asLong()).isPositive();
        assertThat(status.path("queues").findValuesAsText("name"))
                .containsExactly("uploads", "analyses", "index-changes", "engagement");
        assertThat(status.at("/freshness/images").asInt()).isPositive();
        assertThat(status.path("modelSet").asText()).isNotEmpty();
    }

    private HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest.Builder request = system.request(path.substring(1));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
