package dev.sightline.storage;

import dev.sightline.events.DayRollUp;
import dev.sightline.events.EngagementKeys;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.services.s3.S3Client;

/** The roll-ups in the bucket of the log, under {@link EngagementKeys}. Safe for all threads. */
public final class S3RollUpStore implements RollUpStore {

    private final S3Json records;

    public S3RollUpStore(S3Client s3, String bucket) {
        this.records = new S3Json(s3, bucket);
    }

    @Override
    public void save(DayRollUp rollUp) {
        records.put(EngagementKeys.rollUp(rollUp.day()), rollUp);
    }

    @Override
    public Optional<DayRollUp> find(LocalDate day) {
        try {
            return records.read(EngagementKeys.rollUp(day), DayRollUp.class);
        } catch (SightlineException e) {
            if (e.code() == ErrorCode.INVALID_REQUEST) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void remove(LocalDate day) {
        records.delete(EngagementKeys.rollUp(day));
    }

    @Override
    public NavigableSet<LocalDate> days() {
        NavigableSet<LocalDate> days = new TreeSet<>();
        records.texts()
                .list(EngagementKeys.ROLL_UPS)
                .forEach(object -> EngagementKeys.rollUpOf(object.key()).ifPresent(days::add));
        return days;
    }
}
