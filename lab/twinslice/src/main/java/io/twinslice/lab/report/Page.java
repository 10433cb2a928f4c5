package io.twinslice.lab.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.lab.report.Html.Cell;
import java.util.ArrayList;
import java.util.List;

/**
 * A page about one result, built from top to bottom: verdict, facts, then sections of sentences, tables and plots.
 *
 * <p>Every text that is passed in stays text. The same calls give the same page. Not thread-safe.
 */
public final class Page {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String title;
    private final Html head = new Html();
    private final Html facts = new Html();
    private final Html main = new Html();
    private final ArrayNode plots = MAPPER.createArrayNode();
    private boolean inSection;

    /**
     * Begins a page.
     *
     * @param job what made it, for example {@code Twinslice baselines}
     * @param headline the result in one sentence
     */
    public Page(String job, String headline) {
        this.title = job + " · " + headline;
        Shell.top(head, job);
        head.element("h1", headline);
    }

    /** Says under the headline whether what was asked for holds. */
    public Page verdict(boolean good, String words) {
        head.element(good ? "span class=\"badge good\"" : "span class=\"badge bad\"", words);
        return this;
    }

    /** A sentence or two that explain the headline. */
    public Page lead(String sentences) {
        head.element("p class=\"lead\"", sentences);
        return this;
    }

    /** One of the facts beside each other at the top. */
    public Page fact(String name, String value) {
        facts.raw("<div>").element("dt", name).element("dd", value).raw("</div>\n");
        return this;
    }

    /** Begins a section. */
    public Page section(String heading, String about) {
        endSection();
        inSection = true;
        main.raw("<section>\n").element("h2", heading).element("p class=\"about\"", about);
        return this;
    }

    /**
     * A table of texts.
     *
     * @param headings of the columns; one that begins with {@code #} is a column of numbers
     * @param rows each as long as the headings
     */
    public Page table(String caption, List<String> headings, List<List<String>> rows) {
        List<List<Cell>> cells = new ArrayList<>();
        for (List<String> row : rows) {
            if (row.size() != headings.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells under " + headings.size() + " headings");
            }
            cells.add(row.stream().map(Cell::text).toList());
        }
        main.raw("<div class=\"card\">").table(caption, headings, cells).raw("</div>\n");
        return this;
    }

    /** A plot as wide as the page. */
    public Page plot(Plot plot) {
        main.raw("<div class=\"card\">");
        place(plot);
        main.raw("</div>\n");
        return this;
    }

    /** Plots beside each other, as many in a row as there is room for. */
    public Page plots(List<? extends Plot> beside) {
        main.raw(beside.size() == 2 ? "<div class=\"grid two\">\n" : "<div class=\"grid\">\n");
        for (Plot plot : beside) {
            main.raw("<div class=\"card\">");
            place(plot);
            main.raw("</div>\n");
        }
        main.raw("</div>\n");
        return this;
    }

    /** The whole page: one file that needs no network. */
    public String html() {
        endSection();
        Html body = new Html()
                .raw("<header>\n" + head)
                .raw("<noscript><p class=\"lead\">The plots need JavaScript; the tables do not.</p></noscript>\n")
                .raw("<dl class=\"facts\">" + facts + "</dl>\n</header>\n<main>\n" + main + "</main>\n<footer>\n");
        Shell.licence(body);
        body.raw("</footer>\n");
        ObjectNode data = MAPPER.createObjectNode();
        data.set("plots", plots);
        return Shell.page(title, body.toString(), Shell.inScript(data.toString()), "page.js");
    }

    private void endSection() {
        if (inSection) {
            main.raw("</section>\n");
            inSection = false;
        }
    }

    private void place(Plot plot) {
        String id = "plot-" + plots.size();
        ObjectNode json = plots.addObject();
        switch (plot) {
            case Plot.Curves curves -> {
                Shell.plot(main, id, curves.title(), curves.y(), "plot tall");
                PlotData.curves(json, curves);
            }
            case Plot.Bars bars -> {
                int rows = bars.bars().size();
                Shell.plot(main, id, bars.title(), bars.unit(), "plot rows-" + (rows > 8 ? "many" : Math.max(1, rows)));
                PlotData.bars(json, bars);
            }
        }
    }
}
