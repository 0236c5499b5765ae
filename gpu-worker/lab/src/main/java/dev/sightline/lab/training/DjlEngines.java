package dev.sightline.lab.training;

/** How DJL's engines run here. */
public final class DjlEngines {

    private static final String PYTORCH_THREADS = "ai.djl.pytorch.num_threads";

    private DjlEngines() {}

    /**
     * Makes training repeatable, and keeps DJL, which reports its start to its makers and looks for natives, off the network.
     *
     * <p>PyTorch adds in another order on several threads, so the last digits of a trained layer would depend on their number; on one
     * thread they do not. It reads the setting when it is loaded, and ONNX Runtime's engine loads it as its helper: say this at the
     * start of the program, before any model is loaded.
     */
    public static void makeRepeatable() {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        System.setProperty(PYTORCH_THREADS, "1");
    }
}
