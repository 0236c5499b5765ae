package dev.sightline.testkit;

import dev.sightline.index.EngagementIndex;

class InMemoryEngagementIndexTest extends EngagementIndexContract {

    private final InMemoryEngagementIndex index = new InMemoryEngagementIndex();

    @Override
    protected EngagementIndex index() {
        return index;
    }
}
