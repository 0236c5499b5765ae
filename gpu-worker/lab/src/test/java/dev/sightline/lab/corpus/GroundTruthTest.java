package dev.sightline.lab.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The committed annotations of photographs. Tests run in the module's folder. */
class GroundTruthTest {

    private final CocoDataset photos = CocoDataset.read(Path.of("ground-truth/photos.json"));

    /** Reading it has checked that every box lies inside its frame and every category is known. */
    @Test
    void photos_areEnough_andLookForAllOfCoco() {
        assertThat(photos.images()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(photos.categories()).isEqualTo(CocoCategories.NAMES).hasSize(80);
    }

    @Test
    void photos_eachShowAnObjectThatIsToBeFound() {
        assertThat(photos.images())
                .allSatisfy(image ->
                        assertThat(image.objects()).extracting(CocoObject::role).contains(CocoObject.Role.OBJECT));
    }

    @Test
    void photos_haveNoAnnotationTwice() {
        for (CocoImage image : photos.images()) {
            List<CocoObject> objects = image.objects();
            assertThat(objects).as(image.file()).doesNotHaveDuplicates();
        }
    }
}
