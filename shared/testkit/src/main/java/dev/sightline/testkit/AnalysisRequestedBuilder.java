package dev.sightline.testkit;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.SourceVersion;

/** Builds an {@link AnalysisRequested}. */
public final class AnalysisRequestedBuilder {

    private SourceVersion source = Fixtures.aSourceVersion().build();
    private String etag = "9b2cf535f27731c974343645a3985328";
    private long size = 1_000;

    AnalysisRequestedBuilder() {}

    /** The whole source. */
    public AnalysisRequestedBuilder withSource(SourceVersion source) {
        this.source = source;
        return this;
    }

    /** The S3 key, not encoded. */
    public AnalysisRequestedBuilder withKey(String key) {
        return withSource(Fixtures.aSourceVersion().withKey(key).build());
    }

    /** Without quotes. */
    public AnalysisRequestedBuilder withEtag(String etag) {
        this.etag = etag;
        return this;
    }

    /** In bytes. */
    public AnalysisRequestedBuilder withSize(long size) {
        this.size = size;
        return this;
    }

    /** The value. */
    public AnalysisRequested build() {
        return new AnalysisRequested(source, etag, size, Fixtures.NOW);
    }
}
