package dev.sightline.inference;

import dev.sightline.inference.Detection.Edges;

/** How a model writes a box: the order of its four numbers, and whether they are pixels or fractions of the input frame. */
public record BoxForm(Order order, Units units) {

    /**
     * The order: {@code L}, {@code T}, {@code R}, {@code B} are edges; {@code X}, {@code Y} the left top corner, {@code CX}, {@code CY}
     * the centre, {@code W}, {@code H} the size.
     */
    public enum Order {
        LTRB,
        TLBR,
        XYWH,
        CXCYWH
    }

    /** The unit, and what 1 in it is. */
    public enum Units {
        PIXELS,
        FRACTIONS
    }

    /** The box that these four numbers say, in pixels of the input frame. */
    Edges toPixels(float[] numbers, InputSpec input) {
        float x = units == Units.FRACTIONS ? input.width() : 1;
        float y = units == Units.FRACTIONS ? input.height() : 1;
        Edges edges = edges(numbers[0], numbers[1], numbers[2], numbers[3]);
        return new Edges(edges.left() * x, edges.top() * y, edges.right() * x, edges.bottom() * y);
    }

    private Edges edges(float first, float second, float third, float fourth) {
        return switch (order) {
            case LTRB -> new Edges(first, second, third, fourth);
            case TLBR -> new Edges(second, first, fourth, third);
            case XYWH -> new Edges(first, second, first + third, second + fourth);
            case CXCYWH -> Edges.around(first, second, third, fourth);
        };
    }
}
