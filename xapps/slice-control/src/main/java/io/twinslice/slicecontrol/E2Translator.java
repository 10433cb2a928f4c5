package io.twinslice.slicecontrol;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.e2ap.E2apPdu;
import io.twinslice.e2ap.RicControl;
import io.twinslice.e2ap.RicIndication;
import io.twinslice.e2ap.RicRequestId;
import io.twinslice.e2sm.PlmnIdentity;
import io.twinslice.e2sm.UeId;
import io.twinslice.kpm.KpmIndicationHeader;
import io.twinslice.kpm.KpmIndicationMessage;
import io.twinslice.kpm.KpmVersion;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.slicing.PeerProfile;
import io.twinslice.slicing.PrbQuota;
import io.twinslice.slicing.SliceQuotaControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Between E2 octets and what the loop thinks in.
 *
 * <p>A control carries the instance id of the xApp's own subscription, so that the platform routes the answer back by
 * that subscription, and a requestor id that counts the controls, so that every answer finds its control.
 */
final class E2Translator {
    /** Requestor ids below this one belong to the platform. */
    private static final int FIRST_REQUESTOR_ID = 1000;

    private static final int REQUESTOR_IDS = 60_000;
    private static final DecodeLimits LIMITS = new DecodeLimits(1 << 16, 1 << 14, 32);

    /** The header names some UE because the format wants one; the quota concerns the whole cell. */
    private static final SliceQuotaControl CONTROL = new SliceQuotaControl(PeerProfile.RC_EXPLICIT, new UeId.GnbDu(0));

    /** What a message turned out to be. */
    sealed interface Reading {
        /** A report that can be acted upon. */
        record Report(TwinSnapshot snapshot) implements Reading {}

        /** The node applied the control with this requestor id. */
        record Applied(int requestorId) implements Reading {}

        /** The node did not. */
        record NotApplied(int requestorId, String cause) implements Reading {}

        /** Neither; the loop must not act on it. */
        record Unusable(String why) implements Reading {}
    }

    private final KpmFold fold;
    private final PlmnIdentity plmn;
    private final int rcFunctionId;

    E2Translator(LoopSettings settings) {
        this.fold = new KpmFold(settings.prbCount(), settings.windowMillis());
        this.plmn =
                PlmnIdentity.of(settings.plmn().substring(0, 3), settings.plmn().substring(3));
        this.rcFunctionId = settings.rcFunctionId();
    }

    /** The requestor id of the control with this running number. */
    static int requestorId(long control) {
        return FIRST_REQUESTOR_ID + (int) (control % REQUESTOR_IDS);
    }

    Reading read(Octets octets, List<TwinProfile> twins, QuotaPlan inForce) {
        try {
            return switch (E2apPdu.decode(octets.toByteArray(), LIMITS)) {
                case RicIndication indication
                when indication.type() != RicIndication.Type.REPORT ->
                    new Reading.Unusable("an indication of type " + indication.type() + ", not a report");
                case RicIndication indication ->
                    new Reading.Report(fold.fold(
                            KpmIndicationHeader.decode(indication.header(), KpmVersion.V3_00, LIMITS),
                            KpmIndicationMessage.decode(indication.message(), LIMITS),
                            twins,
                            inForce));
                case RicControl.Acknowledge acknowledge ->
                    new Reading.Applied(acknowledge.requestId().requestorId());
                case RicControl.Failure failure ->
                    new Reading.NotApplied(
                            failure.requestId().requestorId(), failure.cause().toString());
                default -> new Reading.Unusable("neither an indication nor the answer to a control");
            };
        } catch (DecodeException | KpmFold.ImplausibleException e) {
            return new Reading.Unusable(String.valueOf(e.getMessage()));
        }
    }

    byte[] control(int requestorId, int subscriptionId, QuotaPlan plan, List<TwinProfile> twins) {
        List<PrbQuota> quotas = new ArrayList<>(twins.size());
        for (int i = 0; i < twins.size(); i++) {
            Snssai slice = twins.get(i).slice();
            io.twinslice.model.PrbQuota quota = plan.quota(i);
            quotas.add(new PrbQuota(
                    plmn, slice.sst(), slice.sd(), quota.dedicatedPercent(), quota.minPercent(), quota.maxPercent()));
        }
        SliceQuotaControl.Payload control = CONTROL.write(quotas);
        return new RicControl.Request(
                        new RicRequestId(requestorId, subscriptionId),
                        rcFunctionId,
                        Optional.empty(),
                        control.header(),
                        control.message(),
                        Optional.of(RicControl.AckRequest.ACK))
                .encode();
    }
}
