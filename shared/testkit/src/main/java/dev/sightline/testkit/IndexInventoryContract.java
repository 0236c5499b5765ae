package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.AnalyzedObject;
import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexInventory;
import dev.sightline.index.IndexedImage;
import dev.sightline.index.InventoriedImage;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link IndexInventory} does, together with the {@link ImageIndex} of the same index. */
public abstract class IndexInventoryContract {

    private static final ModelSet MODEL_SET = Fixtures.aModelSet();
    private static final IndexGeneration FIRST = new IndexGeneration(MODEL_SET.id(), 1);
    private static final IndexGeneration NONE =
            new IndexGeneration(Fixtures.aModelSet("2").id(), 7);

    /** The inventory of an empty index. */
    protected abstract IndexInventory inventory();

    /** Writes to the same index. */
    protected abstract ImageIndex index();

    /** Deletes the document of an image and leaves those of its objects. */
    protected abstract void loseImage(IndexGeneration generation, ImageSignature signature);

    @Test
    void generation_thatDoesNotExist_holdsNothing() {
        assertThat(inventory().images(NONE, null, 10)).isEmpty();
        assertThat(inventory().objectOwners(NONE, null, 10)).isEmpty();
        assertThat(inventory().present(NONE, Set.of(Fixtures.aSignature(1)))).isEmpty();
    }

    @Test
    void images_written_areSeenAtOnceWithTheirKeys() {
        write(1, List.of("a é.jpg", "b.jpg"), 2);

        assertThat(inventory().images(FIRST, null, 10))
                .containsExactly(
                        new InventoriedImage(Fixtures.aSignature(1), List.of("a é.jpg", "b.jpg"), Fixtures.NOW));
    }

    @Test
    void images_inPages_areThereOnceEachInNaturalOrder() {
        List<ImageSignature> written = LongStream.range(0, 25)
                .mapToObj(seed -> write(seed, List.of("k"), 1))
                .sorted()
                .toList();
        List<ImageSignature> walked = new ArrayList<>();
        List<InventoriedImage> page = inventory().images(FIRST, null, 10);
        while (!page.isEmpty()) {
            page.forEach(image -> walked.add(image.signature()));
            page = inventory().images(FIRST, page.getLast().signature(), 10);
        }
        assertThat(walked).isEqualTo(written);
    }

    @Test
    void objectOwners_inPages_areThereOnceEachInNaturalOrder() {
        List<ImageSignature> written = LongStream.range(0, 25)
                .mapToObj(seed -> write(seed, List.of("k"), 3))
                .sorted()
                .toList();
        List<ImageSignature> walked = new ArrayList<>();
        List<ImageSignature> page = inventory().objectOwners(FIRST, null, 10);
        while (!page.isEmpty()) {
            walked.addAll(page);
            page = inventory().objectOwners(FIRST, page.getLast(), 10);
        }
        assertThat(walked).isEqualTo(written);
    }

    @Test
    void objectOwners_ofImageWithoutObjects_leaveItOut() {
        write(1, List.of("k"), 0);
        assertThat(inventory().objectOwners(FIRST, null, 10)).isEmpty();
    }

    @Test
    void present_ofSeveral_givesThoseWithADocument() {
        ImageSignature there = write(1, List.of("k"), 1);
        assertThat(inventory().present(FIRST, Set.of(there, Fixtures.aSignature(2))))
                .containsExactly(there);
        assertThat(inventory().present(FIRST, Set.of())).isEmpty();
    }

    @Test
    void image_deleted_isGoneWithItsObjects() {
        ImageSignature there = write(1, List.of("k"), 1);
        index().delete(Set.of(there));

        assertThat(inventory().images(FIRST, null, 10)).isEmpty();
        assertThat(inventory().objectOwners(FIRST, null, 10)).isEmpty();
        assertThat(inventory().present(FIRST, Set.of(there))).isEmpty();
    }

    @Test
    void image_lost_stillOwnsItsObjectsUntilItIsDeleted() {
        ImageSignature lost = write(1, List.of("k"), 2);
        loseImage(FIRST, lost);

        assertThat(inventory().images(FIRST, null, 10)).isEmpty();
        assertThat(inventory().present(FIRST, Set.of(lost))).isEmpty();
        assertThat(inventory().objectOwners(FIRST, null, 10)).containsExactly(lost);

        index().delete(Set.of(lost));
        assertThat(inventory().objectOwners(FIRST, null, 10)).isEmpty();
    }

    private ImageSignature write(long seed, List<String> keys, int objects) {
        ImageSignature signature = Fixtures.aSignature(seed);
        AnalyzedObject[] chairs = LongStream.range(0, objects)
                .mapToObj(i -> Fixtures.anObject("chair", i))
                .toArray(AnalyzedObject[]::new);
        IndexedImage image = new IndexedImage(
                Fixtures.aFeatureRecord()
                        .withSignature(signature)
                        .withModelSet(MODEL_SET)
                        .withObjects(chairs)
                        .build(),
                keys,
                Fixtures.NOW);
        assertThat(index().write(List.of(image))).isEmpty();
        return signature;
    }
}
