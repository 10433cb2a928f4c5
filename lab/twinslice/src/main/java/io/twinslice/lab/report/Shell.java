package io.twinslice.lab.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What every page stands in: one HTML file that needs no network, in light and dark.
 *
 * <p>Its content policy names the digests of its own scripts, so that no text of a run could run as one, even if it got
 * through the escaping. The plots are drawn by Chart.js, which stands inside with its licence.
 */
final class Shell {
    private static final String CHART = "/META-INF/resources/webjars/chart.js/4.4.9/";

    private Shell() {}

    /**
     * The whole page.
     *
     * @param title a text
     * @param body markup
     * @param data JSON that may stand inside a script element
     * @param scriptName the resource that draws the data
     */
    static String page(String title, String body, String data, String scriptName) {
        String style = resource("report.css");
        String head = resource("head.js");
        String chart = resource(CHART + "dist/chart.umd.js").replaceAll("(?m)^//# sourceMappingURL=.*$", "");
        String plots = resource("plots.js");
        String script = resource(scriptName);
        return new Html()
                .raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                        + digest(style) + "; script-src " + digest(head) + " " + digest(chart) + " " + digest(plots)
                        + " " + digest(script) + "; img-src data:; base-uri 'none'; form-action 'none'\">\n")
                .element("title", title)
                .raw("<style>" + style + "</style>\n<script>" + head + "</script>\n</head>\n<body>\n")
                .raw("<div class=\"page\">\n" + body + "</div>\n")
                .raw("<script type=\"application/json\" id=\"data\">" + data + "</script>\n")
                .raw("<script>" + chart + "</script>\n<script>" + plots + "</script>\n<script>" + script
                        + "</script>\n</body>\n</html>\n")
                .toString();
    }

    /** JSON in which nothing can end a script element. */
    static String inScript(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /** The line above everything: the product's name or job, and the switch between light and dark. */
    static void top(Html html, String name) {
        html.raw("<div class=\"top\"><span><strong><bdi>")
                .text(name)
                .raw("</bdi></strong></span><button type=\"button\" id=\"theme\" hidden>Dark</button></div>\n");
    }

    /** The plotting library asks that its licence goes with it. */
    static void licence(Html html) {
        html.raw("<details><summary>Licence of the plotting library (Chart.js)</summary><pre>")
                .text(resource(CHART + "LICENSE.md"))
                .raw("</pre></details>\n");
    }

    /** The place of one plot; {@code kind} names its size. The texts are ours or escaped here. */
    static void plot(Html html, String id, String title, String unit, String kind) {
        html.raw("<figure><figcaption>")
                .text(title)
                .raw(" <small>")
                .text(unit)
                .raw("</small></figcaption><div class=\"" + kind + "\"><canvas id=\"" + id
                        + "\" role=\"img\" aria-label=\"")
                .text(title + ", " + unit)
                .raw("\"></canvas></div></figure>\n");
    }

    private static String digest(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static String resource(String name) {
        try (@Nullable InputStream stream = Shell.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not on the class path: the build is incomplete");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " cannot be read", unreadable);
        }
    }
}
