package dev.sightline.local.web;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers the page's own origin only. A name that somebody let point at this machine (DNS rebinding) is refused by its {@code Host}, and a
 * request that another site lets a browser send by what the browser says of it.
 */
final class LocalOrigin extends Filter {

    private static final int FORBIDDEN = 403;
    private static final int MISDIRECTED = 421;
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final Set<String> hosts;
    private final SecurityHeaders headers;

    LocalOrigin(int port, SecurityHeaders headers) {
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
        this.headers = headers;
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        headers.addTo(exchange.getResponseHeaders());
        @Nullable String host = exchange.getRequestHeaders().getFirst("Host");
        @Nullable String site = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
        if (host == null || !hosts.contains(host)) {
            Refusal.send(
                    exchange, MISDIRECTED, "unknown-host", "expected host among %s, got %s".formatted(hosts, host));
        } else if (site != null && !OWN.contains(site) && isApi(exchange)) {
            Refusal.send(exchange, FORBIDDEN, "other-site", "expected a request of this page, got one from " + site);
        } else {
            chain.doFilter(exchange);
        }
    }

    private static boolean isApi(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().startsWith("/v1/");
    }

    @Override
    public String description() {
        return "only this page, with security headers";
    }
}
