package io.twinslice.lab.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Writes HTML in which every text that is passed in stays text. */
final class Html {
    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Appends markup of ours. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Appends a text of anybody's. */
    Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** An element with one text in it; {@code opening} is its tag and attributes, which are ours. */
    Html element(String opening, String text) {
        String tag = opening.contains(" ") ? opening.substring(0, opening.indexOf(' ')) : opening;
        return raw("<" + opening + ">").text(text).raw("</" + tag + ">\n");
    }

    /**
     * A table. A cell is text, unless its column says otherwise.
     *
     * @param headings of the columns, ours; a heading that begins with {@code #} is a column of numbers
     */
    Html table(String caption, List<String> headings, List<List<Cell>> rows) {
        raw("<div class=\"scroll\"><table class=\"wide\">");
        if (!caption.isEmpty()) {
            element("caption", caption);
        }
        raw("<thead><tr>");
        headings.forEach(heading -> element(
                heading.startsWith("#") ? "th class=\"number\" scope=\"col\"" : "th scope=\"col\"", plain(heading)));
        raw("</tr></thead><tbody>");
        for (List<Cell> row : rows) {
            raw(row.getFirst().chosen() ? "<tr class=\"chosen\">" : "<tr>");
            for (int column = 0; column < row.size(); column++) {
                raw(headings.get(column).startsWith("#") ? "<td class=\"number\"" : "<td");
                raw(column == 0 ? ">" : " data-name=\"" + escaped(plain(headings.get(column))) + "\">");
                raw(row.get(column).markup()).raw("</td>");
            }
            raw("</tr>\n");
        }
        return raw("</tbody></table></div>\n");
    }

    private static String plain(String heading) {
        return heading.startsWith("#") ? heading.substring(1) : heading;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    /**
     * The content of a cell.
     *
     * @param markup ours, with texts escaped
     * @param chosen whether its row stands out; looked at in the first column
     */
    record Cell(String markup, boolean chosen) {
        static Cell text(String text) {
            return new Cell("<bdi>" + escaped(text) + "</bdi>", false);
        }

        static Cell name(String name, boolean chosen) {
            return new Cell("<bdi>" + escaped(name) + "</bdi>", chosen);
        }

        static Cell estimate(Estimate estimate) {
            return new Cell(
                    Numbers.show(estimate.value()) + " <span class=\"range\">" + Numbers.show(estimate.low()) + " to "
                            + Numbers.show(estimate.high()) + "</span>",
                    false);
        }

        static Cell mark(boolean good, String yes, String no) {
            return new Cell(
                    good
                            ? "<span class=\"mark good\">✓ " + yes + "</span>"
                            : "<span class=\"mark bad\">✗ " + no + "</span>",
                    false);
        }

        static Cell link(String file) {
            return new Cell("<a href=\"./" + encoded(file) + "\"><bdi>" + escaped(file) + "</bdi></a>", false);
        }
    }

    /** The text with markup characters escaped, and with what could steer the page's direction or layout replaced. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(visible(point));
            }
        });
        return safe.toString();
    }

    /** The code point itself, or the replacement character for one that is no text. */
    static int visible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> 0xFFFD;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            default -> point;
        };
    }

    /** A relative reference to a file beside the page: everything but the plainest characters is percent-encoded. */
    private static String encoded(String file) {
        StringBuilder url = new StringBuilder();
        for (byte octet : file.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "-._/".indexOf(c) >= 0;
            url.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return url.toString();
    }
}
