package dev.sightline.testkit;

import dev.sightline.events.PinRecord;
import dev.sightline.storage.PinStore;
import dev.sightline.storage.Versioned;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.PinId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pins in memory. Safe for all threads. */
public final class InMemoryPinStore implements PinStore {

    private final InMemoryRecords<PinId, PinRecord> records = new InMemoryRecords<>();

    /** From now on every call fails with {@code STORAGE_UNAVAILABLE}. */
    public void becomeUnavailable() {
        records.available(false);
    }

    /** From now on calls succeed again. */
    public void becomeAvailable() {
        records.available(true);
    }

    /** Forgets all pins. */
    public void clear() {
        records.clear();
    }

    @Override
    public boolean create(PinRecord pin) {
        return records.create(pin.id(), pin);
    }

    @Override
    public Optional<Versioned<PinRecord>> find(PinId id) {
        return records.find(id);
    }

    @Override
    public boolean replace(PinRecord pin, String expectedEtag) {
        return records.replace(pin.id(), pin, expectedEtag);
    }

    @Override
    public void delete(PinId id) {
        records.delete(id);
    }

    @Override
    public List<ImageSignature> images(@Nullable ImageSignature after, int limit) {
        return records.all().stream()
                .map(pin -> pin.id().image())
                .distinct()
                .sorted()
                .filter(image -> after == null || image.compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public List<PinRecord> ofImage(ImageSignature image) {
        return records.all().stream()
                .filter(pin -> pin.id().image().equals(image))
                .sorted(Comparator.comparing(PinRecord::createdAt))
                .toList();
    }
}
