package io.twinslice.rmr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds route tables from the records that a route manager sends, over as many texts as it takes.
 *
 * <p>A table becomes live as a whole at its end record, or not at all: the first wrong record spoils the table that is
 * under way, and the end record is then answered with the reason. Full tables ({@code newrt}) keep the meids, meid maps
 * keep the routes, deltas ({@code updatert}) start from the live table and need one full table before them. A later
 * record of the same key replaces the earlier one. Confined to one thread.
 */
public final class RouteTableAssembler {
    /** Longest text taken at once. */
    public static final int MAX_TEXT_CHARS = 1 << 20;

    /** One text may end that many tables; what follows is ignored, so that a text of faults earns no flood. */
    private static final int MAX_ANSWERS = 64;

    private static final String NO_ID = "<id-missing>";

    private final RouteRecordReader records;
    private RouteTable live = RouteTable.empty();
    private boolean hadFullTable;
    private @Nullable Draft draft;
    private int line;

    /** @param ownNames the "host:port" names of the reader, see {@link RouteTable#parse} */
    public RouteTableAssembler(Set<String> ownNames) {
        this.records = new RouteRecordReader(ownNames);
    }

    /**
     * What became of one table.
     *
     * @param accepted whether it is live now
     * @param tableId the id that the sender gave it, or a placeholder
     * @param reason why not; empty if accepted
     */
    public record Answer(boolean accepted, String tableId, String reason) {
        /** The payload of the TABLE_STATE message, closing NUL included. */
        public Octets payload() {
            return Octets.utf8((accepted ? "OK " + tableId : "ERR " + tableId + " " + reason) + " \n\0");
        }
    }

    private enum Kind {
        FULL,
        DELTA,
        MEIDS
    }

    /** A table under way. */
    private static final class Draft {
        final Kind kind;
        final String id;
        final Map<RouteTable.Key, Route> routes;
        final Map<String, String> meidOwners;
        int recordCount;
        String fault = "";

        Draft(Kind kind, String id, RouteTable live) {
            this.kind = kind;
            this.id = id;
            this.routes = new HashMap<>(kind == Kind.FULL ? Map.of() : live.routes());
            this.meidOwners = new HashMap<>(live.meidOwners());
        }
    }

    /** The table in force. */
    public RouteTable live() {
        return live;
    }

    /** Whether a table has begun and not ended. */
    public boolean isInsideTable() {
        return draft != null;
    }

    /** Takes records, one a line, the last one complete; answers each table that ended, in order. */
    public List<Answer> accept(String text) {
        List<Answer> answers = new ArrayList<>();
        if (text.length() > MAX_TEXT_CHARS) {
            String fault = "a text of " + text.length() + " characters; at most " + MAX_TEXT_CHARS + " are taken";
            draft = null;
            answers.add(new Answer(false, NO_ID, fault));
            return answers;
        }
        line = 0;
        for (String raw : text.split("\n", -1)) {
            line++;
            String record = withoutComment(raw);
            if (!record.isEmpty() && answers.size() < MAX_ANSWERS) {
                acceptRecord(fields(record), answers);
            }
        }
        return answers;
    }

    private void acceptRecord(List<String> fields, List<Answer> answers) {
        String keyword = fields.getFirst();
        switch (keyword) {
            case "newrt" -> acceptBracket(Kind.FULL, fields, answers);
            case "updatert" -> acceptBracket(Kind.DELTA, fields, answers);
            case "meid_map" -> acceptBracket(Kind.MEIDS, fields, answers);
            case "rte", "mse", "del", "mme_ar", "mme_del" -> acceptContent(keyword, fields, answers);
            default -> acceptFault("unknown record '" + shown(keyword) + "'", answers);
        }
    }

    private void acceptBracket(Kind kind, List<String> fields, List<Answer> answers) {
        String bracket = fields.size() > 1 ? fields.get(1) : "";
        if (bracket.equals("start")) {
            Draft unfinished = draft;
            if (unfinished != null) {
                answers.add(refusal(unfinished.id, "a new table began before this one ended"));
            }
            String id = fields.size() > 2 && !fields.get(2).isEmpty() ? shown(fields.get(2)) : NO_ID;
            Draft begun = new Draft(kind, id, live);
            if (kind == Kind.DELTA && !hadFullTable) {
                begun.fault = "a delta came before the first full table";
            }
            draft = begun;
        } else if (bracket.equals("end")) {
            answers.add(end(kind, fields));
            draft = null;
        } else {
            acceptFault(fields.getFirst() + " needs start or end, not '" + shown(bracket) + "'", answers);
        }
    }

    private Answer end(Kind kind, List<String> fields) {
        Draft ended = draft;
        if (ended == null || ended.kind != kind) {
            return refusal(NO_ID, fields.getFirst() + "|end without its start");
        }
        if (!ended.fault.isEmpty()) {
            return new Answer(false, ended.id, ended.fault);
        }
        if (fields.size() > 2 && !fields.get(2).equals(Integer.toString(ended.recordCount))) {
            return refusal(
                    ended.id,
                    "the end record counts '" + shown(fields.get(2)) + "' records, " + ended.recordCount + " came");
        }
        live = new RouteTable(ended.routes, ended.meidOwners);
        hadFullTable |= kind == Kind.FULL;
        return new Answer(true, ended.id, "");
    }

    private void acceptContent(String keyword, List<String> fields, List<Answer> answers) {
        Draft current = draft;
        boolean aboutMeids = keyword.startsWith("mme_");
        if (current == null) {
            answers.add(refusal(NO_ID, keyword + " outside a table"));
            return;
        }
        if (!current.fault.isEmpty()) {
            return;
        }
        if (aboutMeids != (current.kind == Kind.MEIDS) || (keyword.equals("del") && current.kind != Kind.DELTA)) {
            acceptFault(keyword + " does not belong into this kind of table", answers);
            return;
        }
        current.recordCount++;
        try {
            switch (keyword) {
                case "mme_ar" -> records.meids(fields, current.meidOwners);
                case "mme_del" -> records.deletedMeids(fields, current.meidOwners);
                case "del" -> records.deletedRoute(fields).ifPresent(current.routes::remove);
                default -> putRoute(current, keyword.equals("rte") ? records.rte(fields) : records.mse(fields));
            }
        } catch (RouteTableException e) {
            acceptFault(e.getMessage(), answers);
        }
    }

    private static void putRoute(Draft current, Optional<RouteRecordReader.Entry> entry) throws RouteTableException {
        if (entry.isEmpty()) {
            return;
        }
        if (current.routes.size() >= RouteRecordReader.MAX_ROUTES) {
            throw new RouteTableException("more than " + RouteRecordReader.MAX_ROUTES + " routes");
        }
        current.routes.put(entry.get().key(), entry.get().route());
    }

    private void acceptFault(@Nullable String fault, List<Answer> answers) {
        Draft current = draft;
        if (current == null) {
            answers.add(refusal(NO_ID, String.valueOf(fault)));
        } else if (current.fault.isEmpty()) {
            current.fault = "line " + line + ": " + fault;
        }
    }

    private Answer refusal(String id, String reason) {
        return new Answer(false, id, "line " + line + ": " + reason);
    }

    private static List<String> fields(String record) {
        List<String> fields = new ArrayList<>();
        for (String field : record.split("\\|", -1)) {
            fields.add(field.strip());
        }
        return fields;
    }

    /** A comment begins at the line's start or behind a blank; a NUL ends the text of a message. */
    private static String withoutComment(String raw) {
        int end = raw.length();
        for (int i = 0; i < end; i++) {
            char character = raw.charAt(i);
            boolean comment = character == '#' && (i == 0 || Character.isWhitespace(raw.charAt(i - 1)));
            if (comment || character == 0) {
                end = i;
            }
        }
        return raw.substring(0, end).strip();
    }

    /** Foreign text as it may stand in an answer: short and printable. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), 64); i++) {
            char character = text.charAt(i);
            shown.append(RmrMessage.isPrintable(character) ? character : '?');
        }
        return shown.toString();
    }
}
