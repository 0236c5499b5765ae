package dev.sightline.lab.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CocoDatasetTest {

    private static final String IMAGES = """
            "images": [{"id": 40, "file_name": "a.jpg", "width": 200, "height": 100}, \
            {"id": 7, "file_name": "b/c.png", "width": 30, "height": 60}]""";
    private static final String CATEGORIES = """
            "categories": [{"id": 18, "name": "dog", "supercategory": "animal"}, {"id": 1, "name": "person"}]""";

    @TempDir
    private Path folder;

    @Test
    void read_ofCocoFile_resolvesIdsAndTurnsPixelsIntoFractions() throws IOException {
        CocoDataset dataset = read("""
                {"id": 1, "image_id": 40, "category_id": 18, "bbox": [50, 20, 100, 60], "area": 12.5, "iscrowd": 0},
                {"id": 2, "image_id": 7, "category_id": 1, "bbox": [0, 0, 30, 60], "iscrowd": 1, "ignore": 1},
                {"id": 3, "image_id": 40, "category_id": 1, "bbox": [0, 0, 20, 100], "ignore": true, "visible": 0.5}
                """);
        assertThat(dataset.categories()).containsExactly("dog", "person");
        assertThat(dataset.images())
                .containsExactly(
                        new CocoImage(
                                "a.jpg",
                                200,
                                100,
                                List.of(
                                        CocoObject.of("dog", new NormalizedBox(0.25, 0.2, 0.5, 0.6)),
                                        new CocoObject(
                                                "person",
                                                new NormalizedBox(0, 0, 0.1, 1),
                                                CocoObject.Role.IGNORED,
                                                0.5))),
                        new CocoImage(
                                "b/c.png",
                                30,
                                60,
                                List.of(new CocoObject("person", NormalizedBox.FULL, CocoObject.Role.CROWD, 1))));
    }

    @Test
    void read_ofImageWithoutAnnotations_keepsIt() throws IOException {
        assertThat(read("").images())
                .hasSize(2)
                .allSatisfy(image -> assertThat(image.objects()).isEmpty());
    }

    @Test
    void write_thenReadAndWrite_givesTheSameBytes() throws IOException {
        var third = new CocoObject("person", new NormalizedBox(1 / 3.0, 0.1, 0.2, 0.7), CocoObject.Role.CROWD, 0.25);
        var dataset = new CocoDataset(
                List.of("dog", "person"),
                List.of(new CocoImage("a.jpg", 640, 480, List.of(third)), new CocoImage("b.jpg", 1, 1, List.of())));
        dataset.write(folder.resolve("first.json"));
        CocoDataset.read(folder.resolve("first.json")).write(folder.resolve("second.json"));
        assertThat(folder.resolve("second.json")).hasSameBinaryContentAs(folder.resolve("first.json"));
    }

    @Test
    void write_thenRead_keepsWholePixels() {
        List<CocoObject> objects = List.of(
                CocoObject.of("dog", new NormalizedBox(64 / 640.0, 48 / 480.0, 320 / 640.0, 240 / 480.0)),
                new CocoObject("dog", NormalizedBox.FULL, CocoObject.Role.IGNORED, 0.5));
        var dataset = new CocoDataset(List.of("cat", "dog"), List.of(new CocoImage("a.jpg", 640, 480, objects)));
        Path file = folder.resolve("set.json");
        dataset.write(file);
        assertThat(CocoDataset.read(file)).isEqualTo(dataset);
        assertThat(file).content().contains("\"bbox\":[64.0,48.0,320.0,240.0],\"area\":76800.0,\"iscrowd\":0");
    }

    @Test
    void read_ofOvershootByRounding_isClamped() throws IOException {
        CocoDataset dataset = read("""
                {"image_id": 40, "category_id": 1, "bbox": [100, 0, 100.1, 100]}""");
        NormalizedBox box = dataset.images().getFirst().objects().getFirst().box();
        assertThat(box.x() + box.w()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"image_id": 9, "category_id": 1, "bbox": [0,0,9,9]}            | annotations[0].image_id: expected one of 2 known ids, got 9
            {"image_id": 7, "category_id": 2, "bbox": [0,0,9,9]}            | annotations[0].category_id: expected one of 2 known ids, got 2
            {"image_id": 7, "category_id": 1, "bbox": [0,0,0,9]}            | annotations[0].bbox: expected a box with area inside 30 x 60 pixels, got [0,0,0,9]
            {"image_id": 7, "category_id": 1, "bbox": [0,0,9,66]}           | annotations[0].bbox: expected a box with area inside 30 x 60 pixels, got [0,0,9,66]
            {"image_id": 7, "category_id": 1, "bbox": [-1,0,9,9]}           | annotations[0].bbox: expected a box with area inside 30 x 60 pixels, got [-1,0,9,9]
            {"image_id": 7, "category_id": 1, "bbox": [0,0,9]}              | annotations[0].bbox: expected [left, top, width, height], got [0,0,9]
            {"image_id": 7, "category_id": 1, "bbox": ["0",0,9,9]}          | annotations[0].bbox[0]: expected a number, got "0"
            {"image_id": 7, "category_id": 1}                               | annotations[0].bbox: expected [left, top, width, height], got nothing
            {"image_id": 7, "bbox": [0,0,9,9]}                              | annotations[0].category_id: expected a whole number, got nothing
            {"image_id": 7, "category_id": 1, "bbox": [0,0,9,9], "iscrowd": "no"} | annotations[0].iscrowd: expected 0 or 1, got "no"
            {"image_id": 7, "category_id": 1, "bbox": [0,0,9,9], "visible": 1.5}  | expected a visible share above 0 and up to 1, got 1.5
            """)
    void read_ofWrongAnnotation_namesThePlaceAndBothValues(String annotation, String message) {
        assertThatThrownBy(() -> read(annotation))
                .isInstanceOf(SightlineException.class)
                .hasMessage(folder.resolve("set.json") + ": " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                                                             | categories: expected a list, got nothing
            {"categories": 3}                                              | categories: expected a list, got 3
            {"categories": [{"id": 1, "name": "dog"}, {"id": 1, "name": "cat"}]} | categories[1].id: expected an id of its own, got 1 again
            {"categories": [], "images": [{"id": 1, "file_name": "a"}]}    | images[0].width: expected a whole number, got nothing
            {"categories": [], "images": [{"id": 1, "file_name": "a", "width": 0, "height": 5}]} | a: expected a width and height of at least 1, got 0 x 5
            {"categories": [], "images": []}                               | annotations: expected a list, got nothing
            """)
    void read_ofWrongFile_namesThePlaceAndBothValues(String json, String message) {
        assertThatThrownBy(() -> readFile(json))
                .isInstanceOf(SightlineException.class)
                .hasMessage(folder.resolve("set.json") + ": " + message);
    }

    @Test
    void read_ofNoJson_saysSo() {
        assertThatThrownBy(() -> readFile("{"))
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining("expected JSON");
    }

    @Test
    void read_ofMissingFile_namesIt() {
        assertThatThrownBy(() -> CocoDataset.read(folder.resolve("none.json")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageEndingWith("none.json");
    }

    @Test
    void dataset_withUnknownCategory_isRefused() {
        var image = new CocoImage("a.jpg", 5, 5, List.of(CocoObject.of("cat", NormalizedBox.FULL)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CocoDataset(List.of("dog"), List.of(image)))
                .withMessage("a.jpg: expected one of the 1 categories, got 'cat'");
    }

    @Test
    void dataset_withAFileTwice_isRefused() {
        var image = new CocoImage("a.jpg", 5, 5, List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CocoDataset(List.of(), List.of(image, image)))
                .withMessage("expected distinct images, got 'a.jpg' twice");
    }

    private CocoDataset read(String annotations) throws IOException {
        return readFile("{%s, %s, \"annotations\": [%s]}".formatted(IMAGES, CATEGORIES, annotations));
    }

    private CocoDataset readFile(String json) throws IOException {
        return CocoDataset.read(Files.writeString(folder.resolve("set.json"), json));
    }
}
