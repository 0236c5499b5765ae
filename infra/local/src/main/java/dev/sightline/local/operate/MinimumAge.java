package dev.sightline.local.operate;

import dev.sightline.index.Source;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what is too young to be judged: everything from {@code youngest} on. */
record MinimumAge(Instant youngest) {

    Standing of(KnownKey known) {
        boolean young = known.object() != null && isYoung(known.object().lastModified());
        return standing(young, known.source() == null ? List.of() : List.of(known.source()));
    }

    /** Of an image whose document was written at that moment, null if there is none, by all sources that have to do with it. */
    Standing of(@Nullable Instant indexedAt, Collection<Source> sources) {
        return standing(indexedAt != null && isYoung(indexedAt), sources);
    }

    private Standing standing(boolean young, Collection<Source> sources) {
        List<Source> youngSources =
                sources.stream().filter(source -> isYoung(source.changedAt())).toList();
        if (youngSources.stream()
                .anyMatch(source -> source.version().sequencer().isSubstitute())) {
            return Standing.MENDING;
        }
        return young || !youngSources.isEmpty() ? Standing.IN_FLIGHT : Standing.SETTLED;
    }

    private boolean isYoung(Instant moment) {
        return moment.isAfter(youngest);
    }
}
