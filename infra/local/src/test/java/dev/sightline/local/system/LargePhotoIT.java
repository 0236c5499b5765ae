package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.visual.ImageSignature;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A photo that is too large for a request is asked about on the running system, and becomes none of its images. */
class LargePhotoIT {

    /** Noise does not compress: the file has about three bytes for each pixel. */
    private static final int SIDE = 1400;

    private static final int MOST_IN_A_BODY = 4 << 20;

    private final SystemUnderTest system = new SystemUnderTest();

    @Test
    void photo_beyondTheBody_isAskedAboutByAPresignedRequest() throws Exception {
        byte[] photo = noise();
        assertThat(photo.length).isGreaterThan(MOST_IN_A_BODY);
        JsonNode refused = system.post("v1/lens", "image/png", photo);
        assertThat(refused.path("code").asText()).isEqualTo("too-many-bytes");
        assertThat(refused.path("detail").asText()).contains("POST /v1/queries");

        JsonNode grant = post("v1/queries", "{\"contentType\":\"image/png\",\"bytes\":%d}".formatted(photo.length));
        String question = "{\"queryId\":\"%s\"}".formatted(grant.path("queryId").asText());
        assertThat(post("v1/lens", question).path("code").asText()).isEqualTo("not-found");
        assertThat(send(grant, new byte[7])).isEqualTo(403);
        assertThat(send(grant, photo)).isEqualTo(200);

        JsonNode answer = system.whole(() -> post("v1/lens", question));

        assertThat(answer.path("queryId")).as(answer.toString()).isEqualTo(grant.path("queryId"));
        assertThat(answer.at("/groups/0/kind").asText()).isEqualTo("image");
        assertThat(system.get("v1/images/" + ImageSignature.of(photo))
                        .path("code")
                        .asText())
                .isEqualTo("not-found");
    }

    private JsonNode post(String path, String json) {
        return system.post(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static int send(JsonNode grant, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(grant.path("url").asText()))
                .timeout(Duration.ofMinutes(1))
                .method(grant.path("method").asText(), BodyPublishers.ofByteArray(body));
        grant.path("headers")
                .properties()
                .forEach(header ->
                        request.setHeader(header.getKey(), header.getValue().asText()));
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private static byte[] noise() throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(8);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return DrawnPictures.encode(image, "png");
    }
}
