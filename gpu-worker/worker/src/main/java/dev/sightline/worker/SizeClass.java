package dev.sightline.worker;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.EventJson;
import dev.sightline.visual.SightlineException;

/** How much work a message promises, by the size of its file as the bucket told it. */
enum SizeClass {
    SMALL,
    LARGE;

    /** The class of a message: {@code LARGE} from this many bytes on; what is no request is small, since it soon fails. */
    static SizeClass of(WorkMessage message, long largeFrom) {
        try {
            return EventJson.read(message.body(), AnalysisRequested.class).size() >= largeFrom ? LARGE : SMALL;
        } catch (SightlineException e) {
            return SMALL;
        }
    }
}
