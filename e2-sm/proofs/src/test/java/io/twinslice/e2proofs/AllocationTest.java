package io.twinslice.e2proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.aper.PeerDialect;
import io.twinslice.e2ap.E2apPdu;
import io.twinslice.e2ap.RicIndication;
import io.twinslice.e2ap.RicRequestId;
import io.twinslice.e2sm.PlmnIdentity;
import io.twinslice.e2sm.SliceId;
import io.twinslice.e2sm.UeId;
import io.twinslice.kpm.KpmIndicationMessage;
import io.twinslice.kpm.MeasurementInfo;
import io.twinslice.kpm.MeasurementLabel;
import io.twinslice.kpm.MeasurementRecord;
import io.twinslice.kpm.MeasurementType;
import io.twinslice.kpm.MeasurementValue;
import io.twinslice.rc.RcControlMessage;
import io.twinslice.slicing.PeerProfile;
import io.twinslice.slicing.PrbQuota;
import io.twinslice.slicing.SliceQuotaControl;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Encoding into a buffer that is used again allocates nothing, and decoding no more than what it returns. */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int OPERATIONS = 2000;

    private final BitReader in = new BitReader(DecodeLimits.STANDARD, PeerDialect.STANDARD);
    private final BitWriter out = new BitWriter();

    @Test
    void aReportOnThreeSlices() throws DecodeException {
        check(KpmIndicationMessage.CODEC, report());
    }

    @Test
    void aQuotaForThreeSlices() throws DecodeException {
        PlmnIdentity plmn = PlmnIdentity.of("001", "01");
        check(
                RcControlMessage.CODEC,
                RcControlMessage.decode(
                        new SliceQuotaControl(PeerProfile.RC_EXPLICIT, new UeId.GnbDu(17))
                                .write(List.of(
                                        new PrbQuota(plmn, 1, 1, 0, 10, 100),
                                        new PrbQuota(plmn, 1, 2, 5, 20, 100),
                                        new PrbQuota(plmn, 2, 3, 10, 30, 100)))
                                .message(),
                        DecodeLimits.STANDARD));
    }

    @Test
    void anIndicationOfE2ap() throws DecodeException {
        RicIndication indication = new RicIndication(
                new RicRequestId(1021, 2),
                147,
                1,
                OptionalInt.of(777),
                RicIndication.Type.REPORT,
                Octets.ofHex("0001020304"),
                report().encode(),
                Optional.empty());
        check(
                new Codec<E2apPdu>() {
                    @Override
                    public void encode(E2apPdu value, BitWriter writer) {
                        value.encode(writer);
                    }

                    @Override
                    public E2apPdu decode(BitReader reader) throws DecodeException {
                        return E2apPdu.decode(reader);
                    }
                },
                indication);
    }

    private static KpmIndicationMessage report() {
        List<MeasurementLabel> labels = List.of(
                MeasurementLabel.ofSlice(new SliceId(1, 1)),
                MeasurementLabel.ofSlice(new SliceId(1, 2)),
                MeasurementLabel.ofSlice(new SliceId(2, 3)));
        List<MeasurementValue> values = Collections.nCopies(6, new MeasurementValue.IntegerValue(71));
        return new KpmIndicationMessage.Format1(
                List.of(new MeasurementRecord(values)),
                List.of(
                        new MeasurementInfo(MeasurementType.named("RRU.PrbUsedDl"), labels),
                        new MeasurementInfo(MeasurementType.named("DRB.UEThpDl"), labels)),
                OptionalLong.of(1000));
    }

    private <T> void check(Codec<T> codec, T value) throws DecodeException {
        byte[] octets = codec.toOctets(value);
        T decoded = codec.decode(in.over("value", octets));
        codec.encode(decoded, out.reset());
        long start = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < OPERATIONS; i++) {
            codec.encode(decoded, out.reset());
        }
        long encoding = (THREADS.getCurrentThreadAllocatedBytes() - start) / OPERATIONS;
        start = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < OPERATIONS; i++) {
            decoded = codec.decode(in.over("value", octets));
        }
        long decoding = (THREADS.getCurrentThreadAllocatedBytes() - start) / OPERATIONS;
        assertThat(encoding).as("octets allocated by one encoding").isZero();
        assertThat(decoding).as("octets allocated by one decoding").isLessThanOrEqualTo(new Weight().of(decoded));
    }

    /** The memory of an object graph by HotSpot's layout with compressed references; shared constants weigh nothing. */
    private static final class Weight {
        private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

        long of(@Nullable Object object) {
            if (object == null || object instanceof Enum || !seen.add(object)) {
                return 0;
            }
            if (object instanceof List<?> list && !object.getClass().getName().startsWith("io.twinslice")) {
                return listed(list);
            }
            if (object.getClass().isArray()) {
                return array(object);
            }
            return switch (object) {
                case String text -> 24 + padded(16 + text.length());
                case Optional<?> optional -> optional.isPresent() ? 16 + of(optional.get()) : 0;
                case OptionalInt optional -> optional.isPresent() ? 24 : 0;
                case OptionalLong optional -> optional.isPresent() ? 24 : 0;
                default -> fields(object);
            };
        }

        /** The lists of {@link List#of}: none, or one object of two references. */
        private long listed(List<?> list) {
            long items = 0;
            for (Object item : list) {
                items += of(item);
            }
            return items + (list.isEmpty() ? 0 : 24);
        }

        private long array(Object array) {
            int length = Array.getLength(array);
            Class<?> type = array.getClass().getComponentType();
            if (type.isPrimitive()) {
                return length == 0 ? 0 : padded(16 + (long) length * size(type));
            }
            long all = padded(16 + 4L * length);
            for (int i = 0; i < length; i++) {
                all += of(Array.get(array, i));
            }
            return all;
        }

        private long fields(Object object) {
            long shallow = 12;
            long deep = 0;
            for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (Modifier.isStatic(field.getModifiers())) {
                        continue;
                    }
                    shallow += size(field.getType());
                    if (!field.getType().isPrimitive() && type.getName().startsWith("io.twinslice")) {
                        deep += of(read(field, object));
                    }
                }
            }
            return padded(shallow) + deep;
        }

        private static @Nullable Object read(Field field, Object object) {
            try {
                field.setAccessible(true);
                return field.get(object);
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }

        private static int size(Class<?> type) {
            return type == long.class || type == double.class ? 8 : type == byte.class || type == boolean.class ? 1 : 4;
        }

        private static long padded(long octets) {
            return (octets + 7) / 8 * 8;
        }
    }
}
