package io.twinslice.lab.ric;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.e2ap.ComponentConfig;
import io.twinslice.e2ap.ComponentId;
import io.twinslice.e2ap.E2Setup;
import io.twinslice.e2ap.E2apPdu;
import io.twinslice.e2ap.GlobalE2NodeId;
import io.twinslice.e2ap.RanFunctionItem;
import io.twinslice.e2ap.RicIndication;
import io.twinslice.e2ap.RicRequestId;
import io.twinslice.e2sm.GlobalGnbId;
import io.twinslice.e2sm.GnbId;
import io.twinslice.e2sm.PlmnIdentity;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A small E2 node: it says what the test makes it say. */
final class TestNode implements AutoCloseable {
    static final String MEID = "gnb_00101_0000a1";
    static final int FUNCTION = 2;

    private final Socket socket;
    private final DataInputStream in;

    TestNode(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    static E2Setup.Request setup(int... functions) {
        GlobalGnbId id = new GlobalGnbId(PlmnIdentity.of("001", "01"), new GnbId(0xa1, 24));
        List<RanFunctionItem> items = java.util.Arrays.stream(functions)
                .mapToObj(
                        function -> new RanFunctionItem(function, Octets.of((byte) 1), 1, "1.3.6.1.4.1.53148.1.2.2.2"))
                .toList();
        ComponentConfig component = new ComponentConfig(
                ComponentId.InterfaceType.F1, new ComponentId.F1(1), Octets.of((byte) 0), Octets.of((byte) 0));
        return new E2Setup.Request(7, new GlobalE2NodeId.Gnb(id), items, List.of(component));
    }

    static RicIndication indication(int instanceId, int sequenceNumber) {
        return new RicIndication(
                new RicRequestId(123, instanceId),
                FUNCTION,
                1,
                OptionalInt.of(sequenceNumber),
                RicIndication.Type.REPORT,
                Octets.of((byte) 1, (byte) 2),
                Octets.of(new byte[300]),
                Optional.empty());
    }

    /** A node whose setup was accepted. */
    static TestNode connected(int port) throws Exception {
        TestNode node = new TestNode(port);
        node.send(setup(FUNCTION, 3));
        assertThat(node.receive()).isInstanceOf(io.twinslice.e2ap.E2Setup.Response.class);
        return node;
    }

    void send(E2apPdu pdu) throws IOException {
        sendFrame(pdu.encode());
    }

    void sendFrame(byte[] pdu) throws IOException {
        socket.getOutputStream()
                .write(ByteBuffer.allocate(4 + pdu.length)
                        .putInt(pdu.length)
                        .put(pdu)
                        .array());
    }

    void sendRaw(byte... octets) throws IOException {
        socket.getOutputStream().write(octets);
    }

    E2apPdu receive() throws Exception {
        return E2apPdu.decode(receiveFrame(), DecodeLimits.STANDARD);
    }

    byte[] receiveFrame() throws IOException {
        return in.readNBytes(in.readInt());
    }

    int readOctet() throws IOException {
        return in.read();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
