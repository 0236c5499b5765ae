package dev.sightline.testkit;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.DayRollUp;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EngagementKind;
import dev.sightline.events.RolledUpCount;
import dev.sightline.events.ServedResult;
import dev.sightline.visual.ImageSignature;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Valid lines of the engagement log for tests, the same in every run. */
public final class Engagements {

    /** The day of {@link Fixtures#NOW}. */
    public static final LocalDate TODAY = LocalDate.ofInstant(Fixtures.NOW, ZoneOffset.UTC);

    private Engagements() {}

    /** The hash of the user that belongs to a seed. */
    public static String aUser(long seed) {
        return ImageSignature.of(("user " + seed).getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    /** A save of image 11 as first result of image 1, by user 1, now. */
    public static EngagementEvent anEvent(String id) {
        return anEvent(id, EngagementKind.SAVE, 1);
    }

    /** The same of another kind and user. */
    public static EngagementEvent anEvent(String id, EngagementKind kind, long user) {
        return new EngagementEvent(
                id,
                kind,
                "request-1",
                Fixtures.aSignature(1).hex(),
                Fixtures.aSignature(11),
                1,
                "web",
                aUser(user),
                Fixtures.NOW,
                Fixtures.NOW.plusSeconds(1));
    }

    /** An answer to image 1 with image 11 as its one result, for a user. */
    public static AnswerServed anAnswer(String requestId, long user) {
        return new AnswerServed(
                requestId,
                Fixtures.NOW,
                Fixtures.aSignature(1).hex(),
                aUser(user),
                "standard-2",
                "standard",
                "none",
                false,
                List.of(new ServedResult(
                        Fixtures.aSignature(11),
                        1,
                        2,
                        1,
                        0.5,
                        "chair",
                        List.of("visual-search"),
                        Map.of("cosine", 0.75))));
    }

    /** A roll-up of a day, with counts of Related Pins and of another answer. */
    public static DayRollUp aDayRollUp() {
        return new DayRollUp(
                TODAY,
                Fixtures.aSignature(99).hex(),
                List.of(Fixtures.aSignature(12)),
                List.of(
                        new RolledUpCount("", Fixtures.aSignature(11), "ios", 3, EngagementKind.IMPRESSION, 2),
                        new RolledUpCount(
                                Fixtures.aSignature(1).hex(),
                                Fixtures.aSignature(11),
                                "web",
                                1,
                                EngagementKind.LONG_CLICK,
                                4)));
    }
}
