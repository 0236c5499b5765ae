package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.client.ApiClient;
import dev.sightline.client.ApiException;
import dev.sightline.client.BoardsApi;
import dev.sightline.client.ImagesApi;
import dev.sightline.client.PinsApi;
import dev.sightline.client.QueriesApi;
import dev.sightline.client.UploadsApi;
import dev.sightline.client.model.Answer;
import dev.sightline.client.model.BoardBody;
import dev.sightline.client.model.BoxBody;
import dev.sightline.client.model.FlashlightBody;
import dev.sightline.client.model.ImageAnswer;
import dev.sightline.client.model.Pin;
import dev.sightline.client.model.PinBody;
import dev.sightline.client.model.Upload;
import dev.sightline.client.model.UploadBody;
import dev.sightline.events.OutputNames;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** Clients generated from the released document do one way each through the API: upload, wait, related, Flashlight, save. */
class GeneratedClientsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int NUMBER = 45_000;

    private final SystemUnderTest system = new SystemUnderTest();
    private final DrawnPictures drawn = new DrawnPictures(Path.of(SystemUnderTest.environment("SIGHTLINE_CORPUS")));
    private final String base = system.running().api().toString().replaceAll("/$", "");
    private byte[] picture = {};

    @BeforeEach
    void draw() {
        picture = drawn.picture(NUMBER);
    }

    /** Later tests compare whole buckets. */
    @AfterEach
    void giveBack() {
        try (S3Client s3 = AwsClients.s3(system.running().awsEndpoint())) {
            String bucket = system.running().output(OutputNames.IMAGES_BUCKET);
            s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix("uploads/")).contents().stream()
                    .filter(object -> object.key().endsWith("/scenario.png"))
                    .forEach(object -> system.delete(object.key()));
        }
    }

    @Test
    void java_fromUploadToPin_works() throws ApiException, IOException, InterruptedException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(base);
        client.setRequestInterceptor(
                request -> request.header("X-Api-Key", system.key().text()));
        Upload upload = new UploadsApi(client)
                .requestUpload(
                        new UploadBody()
                                .fileName("scenario.png")
                                .contentType("image/png")
                                .bytes((long) picture.length),
                        once());
        put(upload);
        String image = indexed(new ImagesApi(client), upload.getImageId());

        Answer related = new ImagesApi(client).relatedPins(image, 3, null);
        assertThat(related.getQuery().getImageId()).isEqualTo(image);
        BoxBody box = new BoxBody().x(0.1).y(0.1).w(0.8).h(0.8);
        Answer part = new QueriesApi(client)
                .flashlight(new FlashlightBody().imageId(image).box(box).limit(3));
        assertThat(part.getGroups()).isNotEmpty();

        BoardsApi boards = new BoardsApi(client);
        String board =
                boards.createBoard(new BoardBody().name("Java client"), once()).getId();
        Pin pin = new PinsApi(client)
                .savePin(new PinBody().imageId(image).boardId(board).title("Found"), once());
        assertThat(pin.getImageId()).isEqualTo(image);
        boards.deleteBoard(board);
    }

    @Test
    void typeScript_fromUploadToPin_works(@TempDir Path folder) throws IOException, InterruptedException {
        Path scenario = Path.of(SystemUnderTest.environment("SIGHTLINE_TYPESCRIPT_CLIENT"));
        Path file = Files.write(folder.resolve("scenario.png"), picture);
        ProcessBuilder builder = new ProcessBuilder(
                        "node", scenario.toString(), base, file.toString(), Long.toString(PATIENCE.toSeconds()))
                .redirectErrorStream(true);
        builder.environment().put("SIGHTLINE_API_KEY", system.key().text());
        Process node = builder.start();
        String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(node.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(node.exitValue()).as("%s", output).isZero();
        assertThat(output).startsWith("pin-");
    }

    /** An idempotency key. */
    private static String once() {
        return UUID.randomUUID().toString();
    }

    private void put(Upload upload) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(upload.getUrl())
                .method(upload.getMethod().getValue(), BodyPublishers.ofByteArray(picture));
        upload.getHeaders().forEach((name, value) -> {
            if (!name.equalsIgnoreCase("content-length")) {
                request.header(name, value);
            }
        });
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request.build(), BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
    }

    private String indexed(ImagesApi images, String id) {
        ImageAnswer answer = system.first(
                id + " in the index", PATIENCE, () -> state(images, id), image -> image.getImage() != null);
        return answer.getImage().getImageId();
    }

    private static ImageAnswer state(ImagesApi images, String id) {
        try {
            return images.getImage(id, null);
        } catch (ApiException e) {
            // Not noticed yet: asked again.
            return new ImageAnswer();
        }
    }
}
