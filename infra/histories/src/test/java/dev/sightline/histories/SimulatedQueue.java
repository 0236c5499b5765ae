package dev.sightline.histories;

import dev.sightline.events.EventJson;
import dev.sightline.queue.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A queue with SQS's rules: a received message is hidden, comes again unless it is deleted, and becomes a dead letter after its last
 * receive. Which message is received next is up to the caller. Not thread-safe.
 */
final class SimulatedQueue {

    /** One message; the same one waits twice if the queue copied it. */
    static final class Message {
        private final String id;
        private final String body;
        private int receives;
        private boolean deleted;

        private Message(String id, String body) {
            this.id = id;
            this.body = body;
        }

        String id() {
            return id;
        }

        String body() {
            return body;
        }

        int receives() {
            return receives;
        }

        boolean isDeleted() {
            return deleted;
        }
    }

    private final String name;
    private final int maxReceives;
    private final List<Message> waiting = new ArrayList<>();
    private final List<Message> dead = new ArrayList<>();
    private final List<String> everSent = new ArrayList<>();
    private int sent;

    SimulatedQueue(String name, int maxReceives) {
        this.name = name;
        this.maxReceives = maxReceives;
    }

    Message send(String body) {
        Message message = new Message(name + "-" + ++sent, body);
        everSent.add(body);
        waiting.add(message);
        return message;
    }

    /** The queue as the senders see it. */
    <E> EventQueue<E> sink() {
        return (events, traces) -> {
            events.forEach(event -> send(EventJson.write(event)));
            return Map.of();
        };
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    int size() {
        return waiting.size();
    }

    /** Receives up to {@code size} different messages, beginning with number {@code pick} modulo all. */
    List<Message> receive(int pick, int size) {
        List<Message> received = new ArrayList<>();
        for (int i = 0; i < size && !waiting.isEmpty(); i++) {
            Message next = waiting.get(pick % waiting.size());
            if (!received.contains(next)) {
                waiting.remove(pick % waiting.size());
                next.receives++;
                received.add(next);
            }
        }
        return received;
    }

    /** The message is done: all its copies that wait go as well. */
    void delete(Message message) {
        message.deleted = true;
        waiting.removeIf(message::equals);
    }

    /** The message was not deleted in time: it comes again, or is a dead letter. */
    void show(Message message) {
        if (message.deleted) {
            return;
        }
        (message.receives >= maxReceives ? dead : waiting).add(message);
    }

    /** Makes a copy of a waiting message that shares its fate. */
    Optional<Message> copy(int pick) {
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Message message = waiting.get(pick % waiting.size());
        waiting.add(message);
        return Optional.of(message);
    }

    /** No message that was ever sent can come again. */
    void forget() {
        everSent.clear();
    }

    /** Sends again what was sent once. */
    Optional<Message> repeat(int pick) {
        return everSent.isEmpty() ? Optional.empty() : Optional.of(send(everSent.get(pick % everSent.size())));
    }

    /** The bodies of all dead letters. */
    List<String> deadLetters() {
        return dead.stream().map(Message::body).toList();
    }

    /** Sends all dead letters back; how many there were. */
    int redrive() {
        List<Message> letters = List.copyOf(dead);
        dead.clear();
        letters.forEach(letter -> waiting.add(new Message(letter.id + "'", letter.body)));
        return letters.size();
    }
}
