package dev.sightline.inference;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Tells a lack of memory for tensors from other failures of an engine, which says it in the words of whatever library met it. */
final class MemoryShortage {

    private static final List<String> WORDS = List.of(
            // ONNX Runtime's arena on any device.
            "failed to allocate memory",
            "failed to allocate for",
            // CUDA and its libraries.
            "out of memory",
            "cudaerrormemoryallocation",
            "status_alloc_failed",
            // C++ itself.
            "bad_alloc",
            "bad allocation",
            // The JVM, on buffers outside of its heap.
            "direct buffer memory");

    private MemoryShortage() {}

    /** Whether a failure, or anything that caused it, says that memory outside of the JVM's heap did not do. */
    static boolean isMeantBy(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
                .anyMatch(message -> WORDS.stream().anyMatch(message::contains));
    }
}
