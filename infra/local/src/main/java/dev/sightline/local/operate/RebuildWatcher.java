package dev.sightline.local.operate;

import dev.sightline.local.terminal.Console;

/** Is told what happens while an index is rebuilt. */
public interface RebuildWatcher {

    /** A step that is done, or a thing to know. */
    void note(String line);

    /** How far the present step is; replaced by the next. */
    void progress(String line);

    /** Shows everything to people. */
    static RebuildWatcher on(Console console) {
        return new RebuildWatcher() {
            @Override
            public void note(String line) {
                console.note("  " + line);
            }

            @Override
            public void progress(String line) {
                console.progress("  " + line);
            }
        };
    }
}
