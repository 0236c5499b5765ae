package dev.sightline.logs;

/** In which form the console's lines are written. Metrics, which are lines of their own, stay as they are. */
public enum LogFormat {
    /** For people, as configured. */
    TEXT,
    /** One JSON object a line, with the fields of {@link LogFields}. */
    JSON;

    /** Lets all lines from now on be of this form; for the start of a program. */
    public void apply() {
        if (this == JSON) {
            JsonLines.install();
        }
    }
}
