package io.twinslice.slicing;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.Octets;
import io.twinslice.rc.RanParameter;
import io.twinslice.rc.RanParameterContent;
import io.twinslice.rc.RanParameterValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of one structure of a slice quota, each known and none repeated. */
final class QuotaFields {
    private final String where;
    private final List<RanParameter> parameters;

    private QuotaFields(String where, List<RanParameter> parameters) {
        this.where = where;
        this.parameters = parameters;
    }

    static QuotaFields of(RanParameterContent.Structure structure, String where, int... known) throws DecodeException {
        long seen = 0;
        for (RanParameter parameter : structure.parameters()) {
            long id = parameter.id();
            if (!contains(known, id)) {
                throw new DecodeException(where + ": parameter " + id + " does not belong here");
            }
            if ((seen & (1L << id)) != 0) {
                throw new DecodeException(where + ": parameter " + id + " is repeated");
            }
            seen |= 1L << id;
        }
        return new QuotaFields(where, structure.parameters());
    }

    private static boolean contains(int[] known, long id) {
        for (int candidate : known) {
            if (candidate == id) {
                return true;
            }
        }
        return false;
    }

    static List<RanParameterContent.Structure> structures(RanParameterContent content, String what)
            throws DecodeException {
        if (content instanceof RanParameterContent.Structures structures) {
            return structures.items();
        }
        throw new DecodeException(what + " is not a LIST");
    }

    RanParameterContent content(int id, String name) throws DecodeException {
        RanParameterContent content = find(id);
        if (content == null) {
            throw missing(id, name);
        }
        return content;
    }

    RanParameterContent.Structure structure(int id, String name) throws DecodeException {
        if (content(id, name) instanceof RanParameterContent.Structure structure) {
            return structure;
        }
        throw wrong(id, name, "a STRUCTURE");
    }

    Octets octets(int id, String name, int length) throws DecodeException {
        Optional<Octets> octets = optionalOctets(id, name, length);
        if (octets.isEmpty()) {
            throw missing(id, name);
        }
        return octets.get();
    }

    Optional<Octets> optionalOctets(int id, String name, int length) throws DecodeException {
        if (find(id) == null) {
            return Optional.empty();
        }
        if (element(id, name) instanceof RanParameterValue.OctetsValue octets
                && octets.value().length() == length) {
            return Optional.of(octets.value());
        }
        throw wrong(id, name, "an ELEMENT of " + length + " octets");
    }

    /** Digits in ASCII, as a number; {@code upper} is the greatest. */
    int digits(int id, String name, int upper) throws DecodeException {
        String text = text(id, name);
        if (!text.matches("[0-9]{1,8}") || Integer.parseInt(text) > upper) {
            throw wrong(id, name, "a number of 0.." + upper + " in digits");
        }
        return Integer.parseInt(text);
    }

    /** An OCTET STRING of ASCII characters. */
    String text(int id, String name) throws DecodeException {
        if (element(id, name) instanceof RanParameterValue.OctetsValue octets) {
            return new String(octets.value().toByteArray(), StandardCharsets.ISO_8859_1);
        }
        throw wrong(id, name, "an ELEMENT of octets");
    }

    boolean has(int id) {
        return find(id) != null;
    }

    int percent(int id, String name) throws DecodeException {
        if (!(element(id, name) instanceof RanParameterValue.IntegerValue integer)) {
            throw wrong(id, name, "an ELEMENT of integer type");
        }
        if (integer.value() < 0 || integer.value() > 100) {
            throw new DecodeException(
                    where + ": parameter " + id + ", " + name + ", is " + integer.value() + ", not 0..100 percent");
        }
        return (int) integer.value();
    }

    private RanParameterValue element(int id, String name) throws DecodeException {
        return switch (content(id, name)) {
            case RanParameterContent.KeyElement element -> element.value();
            case RanParameterContent.Element element -> {
                if (element.value().isEmpty()) {
                    throw missing(id, name);
                }
                yield element.value().get();
            }
            case RanParameterContent.Structure ignored -> throw wrong(id, name, "an ELEMENT");
            case RanParameterContent.Structures ignored -> throw wrong(id, name, "an ELEMENT");
        };
    }

    private @Nullable RanParameterContent find(int id) {
        for (RanParameter parameter : parameters) {
            if (parameter.id() == id) {
                return parameter.content();
            }
        }
        return null;
    }

    private DecodeException missing(int id, String name) {
        return new DecodeException(where + ": parameter " + id + ", " + name + ", is missing");
    }

    DecodeException wrong(int id, String name, String wanted) {
        return new DecodeException(where + ": parameter " + id + ", " + name + ", is not " + wanted);
    }
}
