package dev.sightline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.inference.BundleCache;
import dev.sightline.inference.ModelBundle;
import dev.sightline.storage.S3Clients;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** A bundle in a real bucket, through the cache. */
class S3BundleSourceIT {

    private static final String ENDPOINT = "AWS_ENDPOINT_URL";
    private static final byte[] MODEL = "a model".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private S3Client s3;
    private String bucket;
    private S3BundleSource source;

    @BeforeEach
    void createBucket() {
        String endpoint = System.getenv(ENDPOINT);
        if (endpoint == null || !endpoint.startsWith("http://127.0.0.1:")) {
            throw new AssertionError(
                    "expected %s to name LocalStack on 127.0.0.1, got %s".formatted(ENDPOINT, endpoint));
        }
        s3 = S3Clients.create();
        bucket = "it-models-" + UUID.randomUUID();
        s3.createBucket(request -> request.bucket(bucket));
        source = new S3BundleSource(s3, new S3Address(bucket, "models/v1/"));
    }

    @AfterEach
    void removeBucket() {
        s3.listObjectsV2Paginator(request -> request.bucket(bucket))
                .contents()
                .forEach(object ->
                        s3.deleteObject(request -> request.bucket(bucket).key(object.key())));
        s3.deleteBucket(request -> request.bucket(bucket));
        s3.close();
    }

    @Test
    void fetch_twice_readsTheModelOnce() throws IOException {
        put("models/v1/toy/bundle.json", description());
        put("models/v1/toy/model.onnx", MODEL);

        Path models = new BundleCache(folder).fetch(source, List.of("toy"));
        Path model = models.resolve("toy/model.onnx");
        FileTime first = Files.getLastModifiedTime(model);
        new BundleCache(folder).fetch(source, List.of("toy"));

        assertThat(ModelBundle.read(models.resolve("toy")).ref().id()).isEqualTo("toy");
        assertThat(Files.readAllBytes(model)).isEqualTo(MODEL);
        assertThat(Files.getLastModifiedTime(model)).isEqualTo(first);
    }

    @Test
    void fetch_ofMissingModel_namesItAndLeavesNothing() {
        put("models/v1/toy/bundle.json", description());

        assertThatThrownBy(() -> new BundleCache(folder).fetch(source, List.of("toy")))
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining("expected a model.onnx in s3://%s/models/v1/toy".formatted(bucket));
        assertThat(folder).isEmptyDirectory();
    }

    private void put(String key, byte[] bytes) {
        s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
    }

    private static byte[] description() {
        return """
                {"id": "toy", "version": "1", "sha256": "%s", "task": "embedding",
                 "input": {"name": "image", "batch": 0, "width": 8, "height": 8, "layout": "NCHW", "channels": "RGB",
                           "resize": "stretch", "mean": [0, 0, 0], "std": [1, 1, 1], "range": 255},
                 "outputs": {"layers": [{"layer": "fc6", "name": "fc6", "dimensions": 8}], "embedding": "fc6"},
                 "labels": [], "licence": "none", "source": "this test"}
                """.formatted(ImageSignature.of(MODEL).hex()).getBytes(StandardCharsets.UTF_8);
    }
}
