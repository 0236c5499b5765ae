package dev.sightline.local;

import dev.sightline.local.operate.QueuedStage;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a stage that takes from a queue. */
final class StageConverter implements ITypeConverter<QueuedStage> {

    @Override
    public QueuedStage convert(String value) {
        return QueuedStage.named(value)
                .orElseThrow(() -> new TypeConversionException(
                        "expected one of %s, got '%s'".formatted(QueuedStage.STAGES, value)));
    }

    /** Reads the name of a queue, and gives the stage that takes from it. */
    static final class ByQueue implements ITypeConverter<QueuedStage> {

        @Override
        public QueuedStage convert(String value) {
            return QueuedStage.ofQueue(value)
                    .orElseThrow(() -> new TypeConversionException(
                            "expected one of %s, got '%s'".formatted(QueuedStage.QUEUES, value)));
        }
    }
}
