package dev.sightline.local.upload;

import dev.sightline.index.Source;
import dev.sightline.index.SourceState;
import dev.sightline.local.upload.UploadOutcome.NotUploaded;
import dev.sightline.visual.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How an upload ended: each file's source in its final state, and the files that never got into the bucket. */
public record Settlement(List<Source> sources, List<NotUploaded> notUploaded, Duration took) {

    public Settlement {
        sources = sources.stream()
                .sorted(Comparator.comparing(source -> source.version().key()))
                .toList();
        notUploaded = List.copyOf(notUploaded);
    }

    public List<Source> in(SourceState state) {
        return sources.stream().filter(source -> source.state() == state).toList();
    }

    public List<String> indexedKeys() {
        return in(SourceState.INDEXED).stream()
                .map(source -> source.version().key())
                .toList();
    }

    /** Keys of the indexed files below a prefix. */
    public List<String> indexedKeys(String prefix) {
        return indexedKeys().stream()
                .filter(key -> key.startsWith(prefix + "/"))
                .toList();
    }

    /** One line for each file that was not indexed, with its reason. */
    public List<String> complaints() {
        List<String> lines = new ArrayList<>();
        notUploaded.forEach(file -> lines.add("not uploaded: %s: %s".formatted(file.file(), file.problem())));
        for (SourceState state : List.of(SourceState.REJECTED, SourceState.FAILED)) {
            in(state)
                    .forEach(source -> lines.add("%s: %s: %s"
                            .formatted(state.slug(), source.version().key(), reason(source))));
        }
        return lines;
    }

    public static String reason(Source source) {
        String code = Optional.ofNullable(source.reason()).map(ErrorCode::slug).orElse("no reason given");
        return source.detail().isEmpty() ? code : "%s (%s)".formatted(code, source.detail());
    }
}
