package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleCacheTest {

    private static final byte[] MODEL = "a model".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ANCHORS = "[[0.5, 0.5, 1, 1]]".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final FakeSource source = new FakeSource();
    private BundleCache cache;

    @BeforeEach
    void openCache() {
        cache = new BundleCache(folder.resolve("cache"));
        source.put("toy/bundle.json", description("1", MODEL));
        source.put("toy/model.onnx", MODEL);
    }

    @Test
    void fetch_ofNewBundle_makesItReadable() {
        Path models = cache.fetch(source, List.of("toy"));

        assertThat(ModelBundle.read(models.resolve("toy")).ref().version()).isEqualTo("1");
        assertThat(onlyEntries(models)).containsExactly("toy");
    }

    @Test
    void fetch_again_readsDescriptionsOnly() {
        cache.fetch(source, List.of("toy"));
        source.copied.clear();

        cache.fetch(source, List.of("toy"));

        assertThat(source.copied).containsExactly("toy/bundle.json");
    }

    @Test
    void fetch_ofDetectorWithAnchors_bringsThemToo() {
        source.put("toy/bundle.json", detectorDescription());
        source.put("toy/anchors.json", ANCHORS);

        Path models = cache.fetch(source, List.of("toy"));

        assertThat(models.resolve("toy/anchors.json")).hasBinaryContent(ANCHORS);
        source.copied.clear();
        cache.fetch(source, List.of("toy"));
        assertThat(source.copied).containsExactly("toy/bundle.json");
    }

    @Test
    void fetch_afterNewVersion_replacesTheOld() {
        byte[] better = "a better model".getBytes(StandardCharsets.UTF_8);
        cache.fetch(source, List.of("toy"));
        source.put("toy/bundle.json", description("2", better));
        source.put("toy/model.onnx", better);

        Path models = cache.fetch(source, List.of("toy"));

        assertThat(ModelBundle.read(models.resolve("toy")).ref().version()).isEqualTo("2");
        assertThat(models.resolve("toy/model.onnx")).hasBinaryContent(better);
    }

    @Test
    void fetch_afterBinarizerCameOrWent_followsIt() {
        Path models = cache.fetch(source, List.of("toy"));
        source.put("toy/binarizer.json", new byte[] {1});
        cache.fetch(source, List.of("toy"));
        assertThat(models.resolve("toy/binarizer.json")).hasBinaryContent(new byte[] {1});

        source.remove("toy/binarizer.json");
        cache.fetch(source, List.of("toy"));

        assertThat(models.resolve("toy/binarizer.json")).doesNotExist();
    }

    @Test
    void fetch_ofDamagedCache_fetchesAgain() throws IOException {
        Path models = cache.fetch(source, List.of("toy"));
        Files.write(models.resolve("toy/model.onnx"), new byte[] {0});

        cache.fetch(source, List.of("toy"));

        assertThat(models.resolve("toy/model.onnx")).hasBinaryContent(MODEL);
    }

    @Test
    void fetch_ofChangedModel_namesBothHashesAndKeepsTheOldBundle() {
        Path models = cache.fetch(source, List.of("toy"));
        source.put("toy/bundle.json", description("2", ANCHORS));

        assertInvalid(
                "toy",
                ImageSignature.of(ANCHORS).hex(),
                ImageSignature.of(MODEL).hex());

        assertThat(ModelBundle.read(models.resolve("toy")).ref().version()).isEqualTo("1");
        assertThat(onlyEntries(models)).containsExactly("toy");
    }

    @Test
    void fetch_thatBreaksOff_leavesNothing() {
        source.failAt = "toy/model.onnx";

        assertThatThrownBy(() -> cache.fetch(source, List.of("toy")))
                .isInstanceOfSatisfying(
                        SightlineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));

        assertThat(folder.resolve("cache")).isEmptyDirectory();
    }

    @Test
    void fetch_ofWhatIsNotThere_namesIt() {
        assertInvalid("other", "bundle.json", "the fake's other");
        source.remove("toy/model.onnx");
        assertInvalid("toy", "model.onnx", "the fake's toy");
    }

    @Test
    void fetch_ofDescriptionThatLacksAPart_isRefused() {
        source.put("toy/bundle.json", "{\"id\": \"toy\", \"version\": \"1\"}".getBytes(StandardCharsets.UTF_8));

        assertInvalid("toy", "bundle.json of toy");
    }

    @Test
    void fetch_afterAKill_removesWhatItLeft() throws IOException {
        Path leftover = Files.createDirectories(folder.resolve("cache/.partial-123"));
        Files.write(leftover.resolve("model.onnx"), MODEL);

        cache.fetch(source, List.of());

        assertThat(folder.resolve("cache")).isEmptyDirectory();
    }

    @Test
    void fetch_outsideTheFolder_isRefused() {
        assertThatThrownBy(() -> cache.fetch(source, List.of("../toy"))).hasMessageContaining("'../toy'");
    }

    private void assertInvalid(String bundle, String... parts) {
        assertThatThrownBy(() -> cache.fetch(source, List.of(bundle)))
                .isInstanceOfSatisfying(
                        SightlineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_MODEL_BUNDLE))
                .hasMessageContainingAll(parts);
    }

    private static List<String> onlyEntries(Path models) {
        return List.of(models.toFile().list());
    }

    private static byte[] description(String version, byte[] model) {
        return description(version, model, "embedding", """
                {"layers": [{"layer": "fc6", "name": "fc6", "dimensions": 8}], "embedding": "fc6"}""", "[]");
    }

    private static byte[] detectorDescription() {
        return description(
                "1",
                MODEL,
                "detection",
                """
                {"decoder": "anchors", "deltas": "d", "scores": "s", "activation": "softmax", "background": "first",
                 "variances": [0.1, 0.1, 0.2, 0.2], "anchorsFile": "anchors.json", "anchorsSha256": "%s"}""".formatted(ImageSignature.of(ANCHORS).hex()),
                "[\"cat\"]");
    }

    private static byte[] description(String version, byte[] model, String task, String outputs, String labels) {
        return """
                {"id": "toy", "version": "%s", "sha256": "%s", "task": "%s",
                 "input": {"name": "image", "batch": 0, "width": 8, "height": 8, "layout": "NCHW", "channels": "RGB",
                           "resize": "stretch", "mean": [0, 0, 0], "std": [1, 1, 1], "range": 255},
                 "outputs": %s, "labels": %s, "licence": "none", "source": "this test"}
                """.formatted(version, ImageSignature.of(model).hex(), task, outputs, labels)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Files in memory; notes what was copied. */
    private static final class FakeSource implements BundleSource {
        private final Map<String, byte[]> files = new HashMap<>();
        private final List<String> copied = new ArrayList<>();
        private String failAt = "";

        void put(String path, byte[] bytes) {
            files.put(path, bytes);
        }

        void remove(String path) {
            files.remove(path);
        }

        @Override
        public boolean copy(String bundle, String file, Path target) throws IOException {
            String path = bundle + "/" + file;
            if (path.equals(failAt)) {
                throw new SightlineException(ErrorCode.STORAGE_UNAVAILABLE, "broke off at " + path);
            }
            byte[] bytes = files.get(path);
            if (bytes == null) {
                return false;
            }
            copied.add(path);
            Files.write(target, bytes);
            return true;
        }

        @Override
        public String nameOf(String bundle) {
            return "the fake's " + bundle;
        }
    }
}
