package dev.sightline.testkit;

import dev.sightline.storage.EngagementLog;

class InMemoryEngagementLogTest extends EngagementLogContract {

    private final InMemoryEngagementLog log = new InMemoryEngagementLog();

    @Override
    protected EngagementLog log() {
        return log;
    }
}
