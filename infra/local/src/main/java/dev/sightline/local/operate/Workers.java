package dev.sightline.local.operate;

import dev.sightline.local.system.ModelChoice;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.ModelSetId;

/** What a switch of the model set needs of the workers; they never stop answering meanwhile. Each call is safe to repeat. */
public interface Workers {

    /**
     * Has workers run these models beside those that they run, or waits for whoever does.
     *
     * @return the model set that these models make
     * @throws dev.sightline.local.terminal.LauncherException if that cannot be brought about from here; it says what to do
     */
    ModelSet runBeside(ModelChoice models);

    /**
     * Makes a model set that they run the current one, which new uploads are not held back from; the other one they run beside. What
     * has to be done elsewhere, is said.
     */
    void lead(ModelSetId modelSet);

    /** Has them run this model set alone. */
    void runOnly(ModelSetId modelSet);
}
