package dev.sightline.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ByteArrayStreamTest {

    private final ByteArrayStream stream =
            new ByteArrayStream(new byte[] {1, (byte) 0xFF, 3}, new Deadline(Duration.ofSeconds(1), () -> 0));

    @Test
    void read_bytesAndBlocks_givesThemInOrderAndUnsigned() throws IOException {
        byte[] rest = new byte[5];

        assertThat(stream.read()).isEqualTo(1);
        assertThat(stream.read(rest, 1, 4)).isEqualTo(2);

        assertThat(rest).containsExactly(0, 0xFF, 3, 0, 0);
        assertThat(stream.length()).isEqualTo(3);
    }

    @Test
    void read_afterSeek_startsThere() throws IOException {
        stream.seek(2);

        assertThat(stream.read()).isEqualTo(3);
        assertThat(stream.read()).isEqualTo(-1);
    }

    @Test
    void read_atTheEndWithoutEnd_failsAtLast() throws IOException {
        stream.seek(3);
        for (int i = 0; i < 1000; i++) {
            assertThat(stream.read()).isEqualTo(-1);
        }

        assertThatThrownBy(stream::read).isInstanceOf(IOException.class).hasMessageContaining("after 3 bytes");
    }
}
