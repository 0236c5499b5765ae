package dev.sightline.local.system;

import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says whether a loopback port is free and, on Linux, which process holds it. */
public final class PortOwner {

    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** Fails, naming the owner, if the port is taken. */
    static void requireFree(int port, String option) {
        if (!isFree(port)) {
            throw new LauncherException("port %d is taken%s. Stop it, or choose another port with %s."
                    .formatted(port, describe(port).map(" by "::concat).orElse(""), option));
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A port that is free now. */
    public static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LauncherException("no free port", e);
        }
    }

    /** Process id and command of whoever listens on the port. */
    static Optional<String> describe(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .map(Path::of)
                .flatMap(table -> inodes(table, port))
                .flatMap(inode -> holder(inode).stream())
                .findFirst()
                .map(process -> "process %d (%s)"
                        .formatted(process.pid(), process.info().command().orElse("unknown command")));
    }

    private static Stream<String> inodes(Path table, int port) {
        String suffix = ":%04X".formatted(port);
        try {
            return Files.readAllLines(table).stream()
                    .skip(1)
                    .map(line -> List.of(line.strip().split("\\s+")))
                    .filter(fields ->
                            fields.get(1).endsWith(suffix) && fields.get(3).equals(LISTENING))
                    .map(fields -> fields.get(9));
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Optional<ProcessHandle> holder(String inode) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process, "socket:[" + inode + "]"))
                .findFirst();
    }

    private static boolean holds(ProcessHandle process, String socket) {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return files.anyMatch(file -> pointsAt(file, socket));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean pointsAt(Path file, String target) {
        try {
            return Files.readSymbolicLink(file).toString().equals(target);
        } catch (IOException e) {
            return false;
        }
    }
}
