package dev.sightline.local.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Takes the bodies of requests whole, before anything else is asked: one that is too large or comes too slowly is refused by name, and holds neither a
 * connection nor memory. What is too large is read to its end first, as far as there is time, or else the client would not see the answer.
 *
 * @param maxBytes what API Gateway takes, by default
 * @param patience from the first byte to the last
 */
record BodyIntake(int maxBytes, Duration patience) {

    static final BodyIntake DEFAULT = new BodyIntake(10 << 20, Duration.ofSeconds(30));

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_LARGE = 413;

    /** The body; empty if the request was refused, and so is answered. */
    Optional<byte[]> take(HttpExchange exchange) throws IOException, InterruptedException {
        InputStream stream = exchange.getRequestBody();
        FutureTask<byte[]> reading = new FutureTask<>(() -> read(stream));
        Thread reader = Thread.startVirtualThread(reading);
        try {
            byte[] body = reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (body.length <= maxBytes) {
                return Optional.of(body);
            }
            Refusal.send(
                    exchange,
                    TOO_LARGE,
                    "too-many-bytes",
                    "expected at most %d bytes, got more; larger photos are sent by presigned requests: POST /v1/queries to ask, POST /v1/uploads to keep"
                            .formatted(maxBytes));
        } catch (TimeoutException e) {
            refuseSlow(exchange, reader);
        } catch (ExecutionException e) {
            throw new IOException("the body could not be read", e.getCause());
        }
        return Optional.empty();
    }

    private byte[] read(InputStream stream) throws IOException {
        byte[] body = stream.readNBytes(maxBytes + 1);
        stream.transferTo(OutputStream.nullOutputStream());
        return body;
    }

    /** An end of the exchange would wait for the rest of the body: the interrupted reader closes the connection before. */
    private void refuseSlow(HttpExchange exchange, Thread reader) throws IOException {
        Refusal.write(exchange, REQUEST_TIMEOUT, "too-slow", "expected the whole body within %s".formatted(patience));
        reader.interrupt();
        exchange.close();
    }
}
