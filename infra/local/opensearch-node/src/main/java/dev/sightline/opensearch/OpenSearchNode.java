package dev.sightline.opensearch;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.opensearch.Version;
import org.opensearch.common.logging.LogConfigurator;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.plugins.PluginInfo;

/**
 * Runs one OpenSearch node on 127.0.0.1 until the process is told to end: {@code OpenSearchNode --data DIR --port N}.
 *
 * <p>The plugins lie on the class path of the process, not in a plugins folder of their own.
 */
public final class OpenSearchNode extends Node {

    private static final long SECONDS_TO_STOP = 20;
    private static final String PAINLESS = "lang-painless";
    private static final List<PluginInfo> PLUGINS = List.of(
            plugin("transport-netty4", "org.opensearch.transport.Netty4ModulePlugin"),
            plugin("english-analysis", EnglishAnalysis.class.getName()),
            plugin(PAINLESS, "org.opensearch.painless.PainlessModulePlugin"),
            plugin("reindex", "org.opensearch.index.reindex.ReindexModulePlugin"),
            plugin("opensearch-knn", "org.opensearch.knn.plugin.KNNPlugin", PAINLESS));

    private final CountDownLatch stopped = new CountDownLatch(1);

    private OpenSearchNode(Environment environment) {
        super(environment, PLUGINS, true);
    }

    /** Starts the node; a signal to end stops it cleanly. */
    public static void main(String[] arguments) throws IOException, NodeValidationException, InterruptedException {
        NodeOptions options = NodeOptions.parse(arguments);
        options.writeLogConfiguration();
        Environment environment = InternalSettingsPreparer.prepareEnvironment(
                options.settings(), Map.of(), options.config(), () -> NodeOptions.NODE_NAME);
        LogConfigurator.registerErrorListener();
        LogConfigurator.setNodeName(NodeOptions.NODE_NAME);
        try {
            LogConfigurator.configure(environment);
        } catch (org.opensearch.cli.UserException e) {
            throw new IllegalStateException("the log configuration is broken", e);
        }
        OpenSearchNode node = new OpenSearchNode(environment);
        Runtime.getRuntime().addShutdownHook(new Thread(node::stop, "stop-node"));
        node.start();
        LogManager.getLogger(OpenSearchNode.class).info("ready on http://127.0.0.1:{}", options.port());
        // All of the node's threads are daemons.
        node.stopped.await();
    }

    private void stop() {
        Logger log = LogManager.getLogger(OpenSearchNode.class);
        try {
            close();
            if (!awaitClose(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                log.warn("still at work after {} s, ending anyway", SECONDS_TO_STOP);
            }
        } catch (IOException e) {
            log.error("could not stop cleanly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
    }

    private static PluginInfo plugin(String name, String className, String... extended) {
        requireOnClassPath(className);
        return new PluginInfo(
                name, name, "on the class path", Version.CURRENT, "21", className, null, List.of(extended), false);
    }

    /** The node itself would only log that a plugin is missing, and start without it. */
    private static void requireOnClassPath(String className) {
        if (OpenSearchNode.class.getResource("/" + className.replace('.', '/') + ".class") == null) {
            throw new IllegalStateException(
                    "expected %s on the class path: package this module first".formatted(className));
        }
    }
}
