package dev.sightline.inference;

/**
 * A box that a detector proposes, before it is taken to the displayed frame: {@code category} is the number of a label, {@code
 * confidence} lies in 0..1, the edges are in pixels of the model's input frame and may lie outside it.
 */
record Detection(int category, float confidence, Edges edges) {

    /** Left, top, exclusive right and exclusive bottom edge in pixels. */
    record Edges(float left, float top, float right, float bottom) {

        /** The edges of a box with this centre and size. */
        static Edges around(float centerX, float centerY, float width, float height) {
            return new Edges(centerX - width / 2, centerY - height / 2, centerX + width / 2, centerY + height / 2);
        }

        /** Whether right and bottom lie beyond left and top, all at finite places. */
        boolean hasArea() {
            return right > left && bottom > top && Float.isFinite(right - left) && Float.isFinite(bottom - top);
        }

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
            return Math.min(1, intersection / (area() + other.area() - intersection));
        }
    }
}
