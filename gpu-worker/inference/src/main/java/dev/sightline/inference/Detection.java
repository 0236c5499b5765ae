package dev.sightline.inference;

/**
 * A box that a detector proposes, before it is taken to the displayed frame: {@code category} is the number of a label, {@code
 * confidence} lies in 0..1, the edges are in pixels of the model's input frame and may lie outside it.
 */
record Detection(int category, float confidence, Edges edges) {

    /** Left, top, exclusive right and exclusive bottom edge in pixels. */
    record Edges(float left, float top, float right, float bottom) {

        float area() {
            return Math.max(0, right - left) * Math.max(0, bottom - top);
        }

        /** Intersection over union, 0..1; 0 if the boxes do not meet. */
        float iou(Edges other) {
            float width = Math.min(right, other.right) - Math.max(left, other.left);
            float height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
            if (width <= 0 || height <= 0) {
                return 0;
            }
            float intersection = width * height;
            return intersection / (area() + other.area() - intersection);
        }
    }
}
