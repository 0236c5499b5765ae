package dev.sightline.testkit;

import dev.sightline.events.Sequencer;
import dev.sightline.events.SourceVersion;

/** Builds a {@link SourceVersion}. */
public final class SourceVersionBuilder {

    private String key = "photos/chair.jpg";
    private String sequencer = "0055AED6DCD90281E5";

    SourceVersionBuilder() {}

    /** The S3 key, not encoded. */
    public SourceVersionBuilder withKey(String key) {
        this.key = key;
        return this;
    }

    /** Hex digits. */
    public SourceVersionBuilder withSequencer(String sequencer) {
        this.sequencer = sequencer;
        return this;
    }

    /** The value. */
    public SourceVersion build() {
        return new SourceVersion(Fixtures.BUCKET, key, new Sequencer(sequencer));
    }
}
