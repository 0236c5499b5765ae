package dev.sightline.lab.engagement;

import dev.sightline.events.EngagementKind;
import java.util.Collection;
import java.util.Map;

/**
 * The users who were shown results of one variant, of all or of one category, by hash of the user.
 *
 * <p>Paper: save propensity is users who saved by users who saw. The rates of clicks are events by impressions, which is ours.
 */
record Group(String name, Map<String, UserCounts> users) {

    Group {
        users = Map.copyOf(users);
    }

    long saw() {
        return users.values().stream().filter(UserCounts::saw).count();
    }

    long saved() {
        return users.values().stream().filter(UserCounts::saved).count();
    }

    /** 0..1; 0 if nobody saw anything. */
    double savePropensity() {
        return (double) saved() / Math.max(1, saw());
    }

    long impressions() {
        return UserCounts.sum(all(), EngagementKind.IMPRESSION);
    }

    /** Events of a kind by impressions. */
    double rate(EngagementKind kind) {
        return (double) UserCounts.sum(all(), kind) / Math.max(1, impressions());
    }

    private Collection<UserCounts> all() {
        return users.values();
    }
}
