package dev.sightline.local.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.events.AccessKeyRecord;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.storage.Versioned;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryAccessKeyStore;
import dev.sightline.visual.AccessRole;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDeskTest {

    private static final WantedKey SHOP = new WantedKey("shop", AccessRole.WRITE, "spring", Duration.ofDays(30));
    private static final Duration GRACE = Duration.ofMinutes(60);

    private final InMemoryAccessKeyStore store = new InMemoryAccessKeyStore();
    private Instant now = Fixtures.NOW;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final KeyDesk desk = new KeyDesk(store, clock, new Random(1));

    @Test
    void issue_always_keepsTheHashAndNotTheSecret() {
        IssuedKey issued = desk.issue(SHOP);

        assertThat(store.list()).containsExactly(issued.kept());
        assertThat(issued.kept())
                .isEqualTo(new AccessKeyRecord(
                        issued.key().id(),
                        "shop",
                        AccessRole.WRITE,
                        "spring",
                        issued.key().secretHash(),
                        now,
                        now.plus(Duration.ofDays(30)),
                        null));
        assertThat(issued.toString()).doesNotContain(issued.key().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Spring", "a b", "../x", "ключ", "a/b"})
    void issue_forSomethingThatIsNoCollection_isRefused(String collection) {
        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> desk.issue(new WantedKey("shop", AccessRole.READ, collection, null)))
                .withMessageContaining("expected a collection");
        assertThat(store.list()).isEmpty();
    }

    @Test
    void issue_anAdminOfOneCollection_isRefused() {
        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> desk.issue(new WantedKey("boss", AccessRole.ADMIN, "spring", null)))
                .withMessageContaining("admin");
    }

    @Test
    void rotate_always_givesTheLikeAndLetsTheOldOneExpire() {
        IssuedKey old = desk.issue(SHOP);
        now = now.plus(Duration.ofDays(10));

        IssuedKey next = desk.rotate(old.key().id(), GRACE);

        assertThat(next.key().text()).isNotEqualTo(old.key().text());
        assertThat(next.kept().role()).isEqualTo(AccessRole.WRITE);
        assertThat(next.kept().collection()).isEqualTo("spring");
        assertThat(next.kept().expiresAt()).isEqualTo(now.plus(Duration.ofDays(30)));
        assertThat(kept(old).isUsableAt(now.plus(GRACE).minusSeconds(1))).isTrue();
        assertThat(kept(old).isUsableAt(now.plus(GRACE))).isFalse();
    }

    @Test
    void rotate_shortlyBeforeTheExpiry_doesNotPutItOff() {
        IssuedKey old = desk.issue(SHOP);
        now = now.plus(Duration.ofDays(30)).minusSeconds(5);

        desk.rotate(old.key().id(), GRACE);

        assertThat(kept(old).expiresAt()).isEqualTo(now.plusSeconds(5));
    }

    @Test
    void rotate_ofARevokedOrUnknownKey_isRefused() {
        IssuedKey old = desk.issue(SHOP);
        desk.revoke(old.key().id());

        for (String id : List.of(old.key().id(), "0000000000000000")) {
            assertThatExceptionOfType(LauncherException.class)
                    .isThrownBy(() -> desk.rotate(id, GRACE))
                    .withMessageContaining(id);
        }
        assertThat(store.list()).hasSize(1);
    }

    @Test
    void revoke_again_keepsTheFirstMoment() {
        IssuedKey issued = desk.issue(SHOP);
        Instant first = now;
        desk.revoke(issued.key().id());
        now = now.plusSeconds(100);

        assertThat(desk.revoke(issued.key().id()).revokedAt()).isEqualTo(first);
        assertThat(kept(issued).isUsableAt(now)).isFalse();
    }

    @Test
    void table_always_saysStatesAndNeitherSecretsNorHashes() {
        IssuedKey open = desk.issue(new WantedKey("all of it", AccessRole.ADMIN, null, null));
        IssuedKey revoked = desk.issue(SHOP);
        desk.revoke(revoked.key().id());
        IssuedKey expired = desk.issue(new WantedKey("short", AccessRole.READ, null, Duration.ofSeconds(1)));
        now = now.plusSeconds(1);

        String table = String.join("\n", KeyTable.lines(desk.list(), now));
        String json = KeyTable.json(desk.list(), now).toString();

        assertThat(table)
                .containsPattern(open.key().id() + " +admin +all +in force .* never +all of it")
                .containsPattern(revoked.key().id() + " +write +spring +revoked ")
                .containsPattern(expired.key().id() + " +read +all +expired ");
        for (IssuedKey key : List.of(open, revoked, expired)) {
            assertThat(table + json)
                    .doesNotContain(key.key().secretHash(), key.key().text().substring(21));
        }
    }

    private AccessKeyRecord kept(IssuedKey issued) {
        return store.find(issued.key().id()).map(Versioned::value).orElseThrow();
    }
}
