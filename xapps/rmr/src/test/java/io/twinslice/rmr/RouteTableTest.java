package io.twinslice.rmr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteTableTest {
    private static final Set<String> OWN = Set.of("127.0.0.1:4591");

    /** The table of the recorded exchange with the native client. */
    private static final String RECORDED = """
        newrt|start|table-0001
        rte|60000,127.0.0.1:4591|127.0.0.1:4590
        mse|60010|7|127.0.0.1:4590
        mse|60011,some-other-host:4560|-1|127.0.0.1:9999
        newrt|end|3
        meid_map|start|meid-0001
        mme_ar|127.0.0.1:4590|gnb_001 gnb_002
        meid_map|end|1
        """;

    @Test
    void theRecordedTableRoutesItsOwnSenderOnly() throws Exception {
        RouteTable table = RouteTable.parse(RECORDED, OWN);

        assertThat(table.routeCount()).isEqualTo(2);
        assertThat(endpoints(table, 60000, -1)).containsExactly(List.of("127.0.0.1:4590"));
        assertThat(endpoints(table, 60010, 7)).containsExactly(List.of("127.0.0.1:4590"));
        assertThat(table.route(60010, 8)).isEmpty();
        assertThat(table.route(60011, -1)).isEmpty();
        assertThat(table.ownerOf("gnb_002")).contains("127.0.0.1:4590");
    }

    @Test
    void aSubscriptionWithoutEntryFallsBackToTheEntryForAny() throws Exception {
        RouteTable table = RouteTable.parse("""
            newrt|start
            mse|12050|-1|a:1
            mse|12050|9|b:2;c:3,d:4   # copies to b and to c or d
            newrt|end
            """, OWN);

        assertThat(endpoints(table, 12050, 4)).containsExactly(List.of("a:1"));
        assertThat(endpoints(table, 12050, 9)).containsExactly(List.of("b:2"), List.of("c:3", "d:4"));
    }

    @Test
    void aLaterRecordOfTheSameKeyReplacesTheEarlier() throws Exception {
        RouteTable table = RouteTable.parse("newrt|start\nmse|1|-1|a:1\nmse|1|-1|b:1\nnewrt|end|2\n", OWN);

        assertThat(endpoints(table, 1, -1)).containsExactly(List.of("b:1"));
    }

    @Test
    void theReaderItselfIsNoDestination() throws Exception {
        RouteTable table = RouteTable.parse("newrt|start\nmse|1|-1|127.0.0.1:4591,b:1\nnewrt|end\n", OWN);

        assertThat(endpoints(table, 1, -1)).containsExactly(List.of("b:1"));
    }

    @Test
    void aDeltaChangesTheLiveTableAndAFullTableKeepsTheMeids() {
        RouteTableAssembler assembler = new RouteTableAssembler(OWN);
        assembler.accept(RECORDED);

        assertThat(assembler.accept("updatert|start|d1\nmse|60012|5|x:1\ndel|60010|7\nupdatert|end|2\n"))
                .containsExactly(new RouteTableAssembler.Answer(true, "d1", ""));
        assertThat(assembler.live().routeCount()).isEqualTo(2);
        assertThat(assembler.live().route(60010, 7)).isEmpty();
        assembler.accept("newrt|start\nmse|1|-1|a:1\nnewrt|end\n");
        assertThat(assembler.live().routeCount()).isEqualTo(1);
        assertThat(assembler.live().ownerOf("gnb_001")).isPresent();
        assembler.accept("meid_map|start\nmme_del|gnb_001\nmeid_map|end|1\n");
        assertThat(assembler.live().ownerOf("gnb_001")).isEmpty();
        assertThat(assembler.live().ownerOf("gnb_002")).isPresent();
    }

    @Test
    void aWrongRecordSpoilsItsTableAndLeavesTheLiveOne() {
        RouteTableAssembler assembler = new RouteTableAssembler(OWN);
        assembler.accept(RECORDED);
        RouteTable before = assembler.live();

        List<RouteTableAssembler.Answer> answers =
                assembler.accept("newrt|start|t2\nmse|1|-1|a:1\nmse|x|-1|a:1\nnewrt|end|2\n");

        assertThat(answers)
                .containsExactly(new RouteTableAssembler.Answer(false, "t2", "line 3: 'x' is no message type"));
        assertThat(assembler.live()).isSameAs(before);
        assertThat(answers.getFirst().payload().toUtf8()).isEqualTo("ERR t2 line 3: 'x' is no message type \n\0");
    }

    @Test
    void aWrongCountOrAMissingFullTableRefusesTheTable() {
        RouteTableAssembler assembler = new RouteTableAssembler(OWN);

        assertThat(assembler.accept("updatert|start\nmse|1|-1|a:1\nupdatert|end\n"))
                .singleElement()
                .matches(answer -> answer.reason().contains("before the first full table"));
        assertThat(assembler.accept("newrt|start|c\nmse|1|-1|a:1\nnewrt|end|2\n"))
                .singleElement()
                .matches(answer -> answer.reason().contains("counts '2' records, 1 came"));
        assertThat(assembler.accept("newrt|start|a\nnewrt|start|b\nnewrt|end|0\n"))
                .extracting(RouteTableAssembler.Answer::accepted)
                .containsExactly(false, true);
    }

    @Test
    void textsThatAreNoTableSayWhatAndWhere() {
        assertRefused("", "no table");
        assertRefused("newrt|start\n", "ends inside a table");
        assertRefused("rte|1|a:1\n", "line 1: rte outside a table");
        assertRefused("hello\n", "line 1: unknown record 'hello'");
        assertRefused("newrt|start\nmse|1|-1|nowhere\nnewrt|end\n", "line 2: 'nowhere' is no host:port");
        assertRefused("newrt|start\nmse|1|-2|a:1\nnewrt|end\n", "'-2' is no subscription id");
        assertRefused("newrt|start\nmse|1|-1\nnewrt|end\n", "a record of 3 fields");
        assertRefused("newrt|start\nmse|1|-1|a:99999\nnewrt|end\n", "is no host:port");
        assertRefused("newrt|start\nmme_ar|a:1|m\nnewrt|end\n", "does not belong");
        assertRefused("meid_map|start\nmme_ar|a:1|" + "m".repeat(32) + "\nmeid_map|end\n", "is no meid");
        assertRefused("newrt|start\nmse|1|-1|" + "a:1;".repeat(65) + "\nnewrt|end\n", "65 groups");
        assertRefused("newrt|start\nmse|1|-1|" + "a:1,".repeat(33) + "\nnewrt|end\n", "33 endpoints");
        assertRefused("#".repeat(RouteTableAssembler.MAX_TEXT_CHARS + 1), "at most");
    }

    @Test
    void aFloodOfFaultsEarnsABoundedNumberOfAnswers() {
        assertThat(new RouteTableAssembler(OWN).accept("junk\n".repeat(100_000)))
                .hasSizeLessThanOrEqualTo(64);
    }

    private static void assertRefused(String text, String part) {
        assertThatThrownBy(() -> RouteTable.parse(text, OWN))
                .isInstanceOf(RouteTableException.class)
                .hasMessageContaining(part);
    }

    private static List<List<String>> endpoints(RouteTable table, int messageType, int subscriptionId) {
        Optional<Route> route = table.route(messageType, subscriptionId);
        assertThat(route).get().isInstanceOf(Route.Copies.class);
        return ((Route.Copies) route.orElseThrow())
                .groups().stream().map(EndpointGroup::endpoints).toList();
    }
}
