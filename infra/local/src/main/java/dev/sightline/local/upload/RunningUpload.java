package dev.sightline.local.upload;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Future;

/** Files on their way into the bucket. Not thread-safe: it remembers which outcomes were collected. */
public final class RunningUpload {

    private final int total;
    private final List<Future<UploadOutcome>> open;

    RunningUpload(Collection<Future<UploadOutcome>> puts) {
        total = puts.size();
        open = new ArrayList<>(puts);
    }

    /** The number of files. */
    public int total() {
        return total;
    }

    /** The outcomes that are new since the last call. */
    public List<UploadOutcome> collect() {
        List<UploadOutcome> outcomes = new ArrayList<>();
        for (Iterator<Future<UploadOutcome>> puts = open.iterator(); puts.hasNext(); ) {
            Future<UploadOutcome> put = puts.next();
            if (put.isDone()) {
                outcomes.add(put.resultNow());
                puts.remove();
            }
        }
        return outcomes;
    }

    /** Whether every outcome was collected. */
    public boolean collected() {
        return open.isEmpty();
    }
}
