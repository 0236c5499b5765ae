package dev.sightline.local.upload;

import dev.sightline.events.SourceId;
import dev.sightline.index.Source;
import java.util.Optional;
import java.util.OptionalLong;

/** What can be seen of the way from the bucket into the index. */
interface Pipeline {

    /** What is known of an uploaded file. */
    Optional<Source> find(SourceId id);

    /** How many images the worker has analyzed since it started; empty if it does not say. */
    OptionalLong analyzed();

    /** Where things could be stuck: queues, states, log files. */
    String diagnosis();
}
