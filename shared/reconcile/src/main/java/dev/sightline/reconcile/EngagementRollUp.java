package dev.sightline.reconcile;

import dev.sightline.engagement.EngagementTotals;
import dev.sightline.index.EngagementIndex;
import dev.sightline.storage.EngagementLog;
import dev.sightline.storage.RollUpStore;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;

/**
 * Makes the counts say what the engagement log says of indexed images and of users who were not erased, and no more.
 *
 * <p>Looks at the state, not at what has changed since: whatever was late, was lost or broke off is right after the next run. Days one after the
 * other, so that the events of one day only are in memory. Two runs at once are harmless: what one of them overwrites with something older, the
 * next run finds and mends. Ours.
 *
 * <p>Nothing that is erased or removed comes back: erasures are read again at the end, and a run that did not know one of them is repeated; images
 * that were removed meanwhile are forgotten. Safe for all threads.
 */
public final class EngagementRollUp {

    private static final int ROUNDS = 3;

    private final EngagementLog log;
    private final RollUpStore rollUps;
    private final IndexedImages images;
    private final EngagementIndex index;

    public EngagementRollUp(EngagementLog log, RollUpStore rollUps, IndexedImages images, EngagementIndex index) {
        this.log = log;
        this.rollUps = rollUps;
        this.images = images;
        this.index = index;
    }

    /**
     * Rolls up what has changed, and replaces the view.
     *
     * @throws SightlineException with {@code STORAGE_UNAVAILABLE} or {@code INDEX_UNAVAILABLE} if one of them does not answer, or users were being
     *     erased all the time; another try is harmless
     */
    public RollUpReport run() {
        for (int round = 0; round < ROUNDS; round++) {
            Erasures erasures = new Erasures(log.erasures());
            RollUpReport report = roll(erasures);
            if (new Erasures(log.erasures()).equals(erasures)) {
                return report;
            }
        }
        throw new SightlineException(
                ErrorCode.STORAGE_UNAVAILABLE,
                "expected a roll-up without an erasure beside it, had one in each of %d rounds".formatted(ROUNDS));
    }

    private RollUpReport roll(Erasures erasures) {
        NavigableSet<LocalDate> days = log.days();
        DayRolling rolling = new DayRolling(log, rollUps, images);
        EngagementTotals totals = new EngagementTotals();
        int changed = 0;
        for (LocalDate day : days) {
            DayRolling.Outcome outcome = rolling.roll(day, erasures);
            changed += outcome.changed() ? 1 : 0;
            outcome.rollUp().counts().forEach(totals::add);
        }
        removeAllBut(days);
        index.replaceAll(totals.pairs(), totals.images(), totals.rates());
        forgetRemoved(totals.mentioned());
        return new RollUpReport(
                days.size(), changed, totals.pairs().size(), totals.images().size());
    }

    /** Days that the log no longer has, because its retention is over or because its only users were erased. */
    private void removeAllBut(Set<LocalDate> days) {
        rollUps.days().stream().filter(day -> !days.contains(day)).forEach(rollUps::remove);
    }

    /** An image that was removed between the two looks had its counts forgotten before they were replaced. */
    private void forgetRemoved(Set<ImageSignature> mentioned) {
        Set<ImageSignature> removed = new HashSet<>(mentioned);
        removed.removeAll(images.among(mentioned));
        if (!removed.isEmpty()) {
            index.forget(removed);
        }
    }
}
