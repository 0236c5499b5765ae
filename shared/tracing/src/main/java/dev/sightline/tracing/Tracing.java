package dev.sightline.tracing;

import java.time.Duration;

/** Port: where spans go. Never fails, and keeps nobody waiting but who asks for it with {@link #flush}. Safe for all threads. */
public interface Tracing extends AutoCloseable {

    /** Forgets them. */
    Tracing NONE = new Tracing() {

        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public void record(Span span) {}

        @Override
        public void flush(Duration atMost) {}

        @Override
        public void close() {}
    };

    /** Whether anybody gets them: if not, nobody has to find out what only spans tell. */
    boolean isOn();

    /** Takes a span of a sampled trace on its way; forgets one of another trace, and what is too much. */
    void record(Span span);

    /** Sends what was recorded so far, and waits for it up to that time. For those that are stopped between two pieces of work. */
    void flush(Duration atMost);

    /** Sends what is left, and ends. */
    @Override
    void close();
}
