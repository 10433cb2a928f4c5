package io.twinslice.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One operator of a graph with the names of what goes in and comes out. */
record Node(String name, String operator, List<String> inputs, String output, Map<String, Attribute> attributes) {
    private static final int MOST = 16;

    /** An attribute; only the member of its type means something. */
    @SuppressWarnings("ArrayRecordComponent")
    record Attribute(float number, long integer, long[] integers) {}

    static Node parse(ProtoReader in) throws OnnxException {
        String name = "";
        String operator = "";
        String domain = "";
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        Map<String, Attribute> attributes = new TreeMap<>();
        while (in.next()) {
            switch (in.field()) {
                case Field.NODE_NAME -> name = in.text();
                case Field.NODE_OPERATOR -> operator = in.text();
                case Field.NODE_DOMAIN -> domain = in.text();
                case Field.NODE_INPUT -> inputs.add(in.text());
                case Field.NODE_OUTPUT -> outputs.add(in.text());
                case Field.NODE_ATTRIBUTE -> attribute(in.message(), attributes);
                default -> {}
            }
            if (inputs.size() > MOST || outputs.size() > MOST || attributes.size() > MOST) {
                throw new OnnxException("a node has more than " + MOST + " inputs, outputs or attributes");
            }
        }
        if (!domain.isEmpty() && !domain.equals("ai.onnx")) {
            throw new OnnxException("operator " + operator + " is of domain \"" + domain + "\", not of ONNX itself");
        }
        if (inputs.isEmpty() || outputs.isEmpty() || outputs.stream().skip(1).anyMatch(output -> !output.isEmpty())) {
            throw new OnnxException("operator " + operator + " does not make one value of others");
        }
        return new Node(name, operator, List.copyOf(inputs), outputs.getFirst(), attributes);
    }

    private static void attribute(ProtoReader in, Map<String, Attribute> attributes) throws OnnxException {
        String name = "";
        float number = 0;
        long integer = 0;
        long[] integers = new long[0];
        while (in.next()) {
            switch (in.field()) {
                case Field.ATTRIBUTE_NAME -> name = in.text();
                case Field.ATTRIBUTE_FLOAT -> number = in.fixedFloat();
                case Field.ATTRIBUTE_INT -> integer = in.number();
                case Field.ATTRIBUTE_INTS -> {
                    long[] more = in.numbers(MOST);
                    long[] all = Arrays.copyOf(integers, integers.length + more.length);
                    System.arraycopy(more, 0, all, integers.length, more.length);
                    integers = all;
                }
                default -> {}
            }
            if (integers.length > MOST) {
                throw new OnnxException("attribute " + name + " has more than " + MOST + " values");
            }
        }
        attributes.put(name, new Attribute(number, integer, integers));
    }

    float number(String attribute, float otherwise) {
        Attribute found = attributes.get(attribute);
        return found == null ? otherwise : found.number();
    }

    long integer(String attribute, long otherwise) {
        Attribute found = attributes.get(attribute);
        return found == null ? otherwise : found.integer();
    }

    @Override
    public String toString() {
        return name.isEmpty() ? operator : operator + " \"" + name + "\"";
    }
}
