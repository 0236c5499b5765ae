package dev.sightline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OpenSearchConnectionTest {

    @Test
    void ask_interruptedWhileWaiting_isUnavailableAndKeepsTheFlag() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                OpenSearchConnection connection = OpenSearchConnection.open(new OpenSearchSettings(
                        URI.create("http://127.0.0.1:" + silent.getLocalPort()), OpenSearchAuth.of("none")))) {
            CountDownLatch asked = new CountDownLatch(1);
            interruptOnConnection(silent, Thread.currentThread(), asked);

            SightlineException e =
                    catchThrowableOfType(SightlineException.class, () -> connection.ask(OpenSearchRequest.get("/")));

            assertThat(Thread.interrupted()).isTrue();
            asked.countDown();
            assertThat(e.code()).isEqualTo(ErrorCode.INDEX_UNAVAILABLE);
            assertThat(e).hasMessage("GET /: interrupted while waiting for OpenSearch");
        }
    }

    /** Interrupts the thread once its request has arrived, and holds the connection until the thread has noticed. */
    private static void interruptOnConnection(ServerSocket server, Thread thread, CountDownLatch noticed) {
        Thread.ofVirtual().start(() -> {
            try (Socket connection = server.accept()) {
                if (connection.getInputStream().read() >= 0) {
                    thread.interrupt();
                    noticed.await();
                }
            } catch (IOException | InterruptedException e) {
                thread.interrupt();
            }
        });
    }
}
