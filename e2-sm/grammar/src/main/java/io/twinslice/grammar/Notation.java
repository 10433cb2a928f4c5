package io.twinslice.grammar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the notation of the package's resources. */
final class Notation {
    private static final Pattern TOKEN =
            Pattern.compile("--[^\\n]*|::=|\\.\\.\\.|\\.\\.|[{}(),]|[A-Za-z0-9](?:-?[A-Za-z0-9])*");

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private Notation(String text) {
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            if (!matcher.group().startsWith("--")) {
                tokens.add(matcher.group());
            }
        }
    }

    static Map<String, AsnType> parse(String text) {
        Notation notation = new Notation(text);
        Map<String, AsnType> types = new LinkedHashMap<>();
        while (notation.at < notation.tokens.size()) {
            String name = notation.next();
            notation.expect("::=");
            if (types.put(name, notation.type(name)) != null) {
                throw new IllegalArgumentException(name + " is defined twice");
            }
        }
        return types;
    }

    private AsnType type(String definedAs) {
        String word = next();
        return switch (word) {
            case "BOOLEAN" -> new AsnType.Bool();
            case "NULL" -> new AsnType.Nothing();
            case "REAL" -> new AsnType.Real();
            case "INTEGER" -> new AsnType.Int(accept("(") ? range() : AsnType.Range.NONE);
            case "BIT" -> new AsnType.Bits(size("STRING"));
            case "OCTET" -> new AsnType.OctetString(size("STRING"));
            case "PrintableString" -> new AsnType.Text(size(""));
            case "ENUMERATED" -> enumerated();
            case "CHOICE" -> {
                Fields fields = fields();
                yield new AsnType.Choice(fields.root, fields.extensible, fields.additions);
            }
            case "SEQUENCE" -> {
                if (peek().equals("(")) {
                    yield list();
                }
                Fields fields = fields();
                yield new AsnType.Sequence(fields.root, fields.extensible, fields.additions);
            }
            case "MESSAGE" -> message(definedAs);
            default -> new AsnType.Reference(word);
        };
    }

    private AsnType list() {
        AsnType.Range size = size("");
        expect("OF");
        if (!accept("IE")) {
            return new AsnType.ListOf(size, type(""));
        }
        expect("{");
        AsnType.Ie ie = ie();
        expect("}");
        return new AsnType.ListOf(size, new AsnType.Container(ie));
    }

    private AsnType message(String name) {
        int kind = Grammar.KINDS.indexOf(next());
        int procedureCode = Integer.parseInt(next());
        String criticality = next();
        List<AsnType.Ie> ies = new ArrayList<>();
        expect("{");
        do {
            ies.add(ie());
        } while (accept(","));
        expect("}");
        return new AsnType.Message(name, kind, procedureCode, criticality, ies);
    }

    private AsnType.Ie ie() {
        return new AsnType.Ie(Integer.parseInt(next()), next(), next(), accept("OPTIONAL"));
    }

    private AsnType enumerated() {
        List<String> root = new ArrayList<>();
        List<String> additions = new ArrayList<>();
        boolean extensible = false;
        expect("{");
        do {
            if (accept("...")) {
                extensible = true;
            } else {
                (extensible ? additions : root).add(next());
            }
        } while (accept(","));
        expect("}");
        return new AsnType.Enumerated(root, extensible, additions);
    }

    /** Components of a SEQUENCE or alternatives of a CHOICE. */
    private static final class Fields {
        final List<AsnType.Field> root = new ArrayList<>();
        final List<AsnType.Field> additions = new ArrayList<>();
        boolean extensible;
    }

    private Fields fields() {
        Fields fields = new Fields();
        expect("{");
        do {
            if (accept("...")) {
                fields.extensible = true;
            } else {
                String name = next();
                AsnType type = type("");
                (fields.extensible ? fields.additions : fields.root)
                        .add(new AsnType.Field(name, type, accept("OPTIONAL")));
            }
        } while (accept(","));
        expect("}");
        return fields;
    }

    private AsnType.Range size(String word) {
        if (!word.isEmpty()) {
            expect(word);
        }
        if (!accept("(")) {
            return AsnType.Range.NONE;
        }
        expect("SIZE");
        expect("(");
        AsnType.Range range = range();
        expect(")");
        return range;
    }

    /** Bounds up to and with the closing parenthesis. */
    private AsnType.Range range() {
        long lower = Long.parseLong(next());
        long upper = accept("..") ? Long.parseLong(next()) : lower;
        boolean extensible = accept(",");
        if (extensible) {
            expect("...");
        }
        expect(")");
        return new AsnType.Range(true, lower, upper, extensible);
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private String next() {
        String token = peek();
        at++;
        return token;
    }

    private boolean accept(String token) {
        boolean found = peek().equals(token);
        if (found) {
            at++;
        }
        return found;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw new IllegalArgumentException("expected " + token + " instead of " + peek() + " at token " + at);
        }
    }
}
