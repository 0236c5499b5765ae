package dev.sightline.blender.receive;

/** Names the pixels of an earlier query, which are kept for a while. Opaque to clients. */
public record QueryId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
