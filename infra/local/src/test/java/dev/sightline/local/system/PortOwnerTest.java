package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortOwnerTest {

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the owner is read from /proc")
    void requireFree_takenPort_namesOwnerAndOption() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PortOwner.requireFree(taken.getLocalPort(), "--aws-port"))
                    .isInstanceOf(LauncherException.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--aws-port");
        }
    }

    @Test
    void anyFree_always_isFree() {
        assertThat(PortOwner.isFree(PortOwner.anyFree())).isTrue();
    }
}
