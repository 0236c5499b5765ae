package dev.sightline.blender.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Engagement as clients see it. */
@Schema(description = "What people did with results, day by day")
public record EngagementAnswer(
        @Schema(description = "the last days of UTC that are counted, the earliest first, without gaps")
        List<Day> days,

        @Schema(description = "when these counts were read") Instant countedAt) {

    public EngagementAnswer {
        days = List.copyOf(days);
    }

    /** One day; every kind of event has a count. */
    @Schema(description = "The events of one day of UTC")
    public record Day(
            @Schema(description = "the day") LocalDate day,

            @Schema(
                    description =
                            "by kind, number of events: impression, close-up, click, long-click, save, hide, crop")
            Map<String, Long> counts) {

        public Day {
            counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        }
    }
}
