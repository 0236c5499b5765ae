package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.PinRecord;
import dev.sightline.storage.PinStore;
import dev.sightline.storage.Versioned;
import dev.sightline.visual.ImageSignature;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link PinStore} does. */
public abstract class PinStoreContract {

    private static final PinRecord PIN = Fixtures.aPin(1, 1);

    /** The store, empty before each test. */
    protected abstract PinStore store();

    @Test
    void find_ofAnEmptyStore_isAbsent() {
        assertThat(store().find(PIN.id())).isEmpty();
        assertThat(store().ofImage(PIN.id().image())).isEmpty();
    }

    @Test
    void images_inPages_givesEachWithAPinOnceInOrder() {
        for (int image = 1; image <= 4; image++) {
            store().create(Fixtures.aPin(image, 1));
            store().create(Fixtures.aPin(image, 2));
        }
        List<ImageSignature> all = IntStream.rangeClosed(1, 4)
                .mapToObj(Fixtures::aSignature)
                .sorted()
                .toList();

        assertThat(store().images(null, 3)).isEqualTo(all.subList(0, 3));
        assertThat(store().images(all.get(2), 3)).isEqualTo(all.subList(3, 4));
        assertThat(store().images(all.get(3), 3)).isEmpty();
    }

    @Test
    void create_newPin_isFoundAtOnce() {
        assertThat(store().create(PIN)).isTrue();

        Versioned<PinRecord> found = store().find(PIN.id()).orElseThrow();
        assertThat(found.value()).isEqualTo(PIN);
        assertThat(found.etag()).isNotEmpty().doesNotContain("\"");
    }

    @Test
    void create_ofAnIdThatExists_changesNothing() {
        store().create(PIN);

        assertThat(store().create(changed(PIN, "other"))).isFalse();

        assertThat(store().find(PIN.id())).map(Versioned::value).contains(PIN);
    }

    @Test
    void replace_ofTheExpectedOne_changesPinAndEtag() {
        store().create(PIN);
        String etag = etag(PIN);

        assertThat(store().replace(changed(PIN, "é new"), etag)).isTrue();

        assertThat(store().find(PIN.id())).map(Versioned::value).contains(changed(PIN, "é new"));
        assertThat(etag(PIN)).isNotEqualTo(etag);
    }

    @Test
    void replace_ofOneThatChanged_changesNothing() {
        store().create(PIN);
        String etag = etag(PIN);
        store().replace(changed(PIN, "first"), etag);

        assertThat(store().replace(changed(PIN, "second"), etag)).isFalse();

        assertThat(store().find(PIN.id())).map(Versioned::value).contains(changed(PIN, "first"));
    }

    @Test
    void replace_ofOneThatIsGone_doesNotBringItBack() {
        store().create(PIN);
        String etag = etag(PIN);
        store().delete(PIN.id());

        assertThat(store().replace(PIN, etag)).isFalse();

        assertThat(store().find(PIN.id())).isEmpty();
    }

    @Test
    void delete_always_leavesNoPinAndIsSafeToRepeat() {
        store().create(PIN);

        store().delete(PIN.id());
        store().delete(PIN.id());

        assertThat(store().find(PIN.id())).isEmpty();
        assertThat(store().ofImage(PIN.id().image())).isEmpty();
    }

    @Test
    void ofImage_severalPins_areOldestFirstAndThenById() {
        List<PinRecord> pins = IntStream.rangeClosed(1, 30)
                .mapToObj(number -> Fixtures.aPin(1, number))
                .map(pin -> new PinRecord(
                        pin.id(),
                        pin.board(),
                        pin.title(),
                        pin.description(),
                        pin.link(),
                        Fixtures.NOW.minusSeconds(
                                Integer.parseInt(pin.id().save().substring(0, 1), 16)),
                        pin.changedAt()))
                .toList();
        pins.forEach(store()::create);
        store().create(Fixtures.aPin(2, 1));

        assertThat(store().ofImage(PIN.id().image()))
                .containsExactlyElementsOf(pins.stream()
                        .sorted((a, b) -> a.createdAt().equals(b.createdAt())
                                ? a.id().toString().compareTo(b.id().toString())
                                : a.createdAt().compareTo(b.createdAt()))
                        .toList());
    }

    private String etag(PinRecord pin) {
        return store().find(pin.id()).orElseThrow().etag();
    }

    private static PinRecord changed(PinRecord pin, String title) {
        return new PinRecord(
                pin.id(),
                pin.board(),
                title,
                pin.description(),
                pin.link(),
                pin.createdAt(),
                pin.changedAt().plusSeconds(1));
    }
}
