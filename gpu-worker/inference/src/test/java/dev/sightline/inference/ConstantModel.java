package dev.sightline.inference;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes an ONNX file whose outputs are always the same, whatever the image: what a detector answers is then known by hand. */
final class ConstantModel {

    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int SIDE = 8;

    private final List<Message> parts = new ArrayList<>();

    /** An output of float32. */
    ConstantModel with(String name, List<Integer> shape, float... values) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return with(name, shape, FLOAT, raw.array());
    }

    /** An output of 64-bit integers. */
    ConstantModel withNumbers(String name, List<Integer> shape, long... values) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        return with(name, shape, INT64, raw.array());
    }

    /** The file; its input is {@code image} [1, 3, 8, 8]. */
    byte[] toOnnx() {
        Message graph = new Message().text(2, "constant").message(11, value("image", FLOAT, List.of(1, 3, SIDE, SIDE)));
        parts.forEach(graph::append);
        Message opset = new Message().number(2, 17);
        return new Message().number(1, 8).message(7, graph).message(8, opset).bytes();
    }

    private ConstantModel with(String name, List<Integer> shape, int type, byte[] raw) {
        Message constant = new Message();
        shape.forEach(size -> constant.number(1, size));
        constant.number(2, type).text(8, "constant " + name).bytes(9, raw);
        Message identity =
                new Message().text(1, "constant " + name).text(2, name).text(4, "Identity");
        parts.add(new Message().message(1, identity).message(5, constant).message(12, value(name, type, shape)));
        return this;
    }

    private static Message value(String name, int type, List<Integer> shape) {
        Message dimensions = new Message();
        shape.forEach(size -> dimensions.message(1, new Message().number(1, size)));
        Message tensor = new Message().number(1, type).message(2, dimensions);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    /** A protocol buffer's message: fields by number. */
    private static final class Message {
        private static final int VARINT = 0;
        private static final int LENGTH = 2;

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint(((long) field << 3) | VARINT);
            varint(value);
            return this;
        }

        Message bytes(int field, byte[] value) {
            varint(((long) field << 3) | LENGTH);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.bytes());
        }

        void append(Message fields) {
            out.writeBytes(fields.bytes());
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private void varint(long value) {
            long rest = value;
            while (rest > 0x7F) {
                out.write((int) ((rest & 0x7F) | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }
}
