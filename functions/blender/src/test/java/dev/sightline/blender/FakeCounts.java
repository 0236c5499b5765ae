package dev.sightline.blender;

import dev.sightline.testkit.InMemoryEngagementIndex;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** A fake in place of the counts of engagement. */
@Alternative
@Priority(1)
final class FakeCounts {

    @Produces
    @Singleton
    InMemoryEngagementIndex engagement() {
        return new InMemoryEngagementIndex();
    }
}
