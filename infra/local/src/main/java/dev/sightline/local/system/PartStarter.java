package dev.sightline.local.system;

import java.util.Map;

/** Starts the parts of the system that can be started again by themselves, and waits until they answer. */
interface PartStarter {

    /** OpenSearch on its data folder: what it held when it ended is there again. */
    void startSearch();

    /** @param outputs of the stacks that run */
    void startWorker(Map<String, String> outputs);

    /**
     * The page's server.
     *
     * @param outputs of the stacks that run
     */
    void startWeb(Map<String, String> outputs);
}
