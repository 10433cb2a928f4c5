package io.twinslice.lab.node;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.e2ap.Cause;
import io.twinslice.e2ap.RicControl;
import io.twinslice.e2sm.PlmnIdentity;
import io.twinslice.e2sm.UeId;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import io.twinslice.slicing.PeerProfile;
import io.twinslice.slicing.PrbQuota;
import io.twinslice.slicing.SliceQuotaControl;
import java.util.ArrayList;
import java.util.List;

/** What the node makes of an RC control: a new plan as a whole, or a refusal that changes nothing. */
final class QuotaExecutor {
    private static final DecodeLimits LIMITS = new DecodeLimits(1 << 16, 1 << 14, 32);

    private static final SliceQuotaControl CONTROL = new SliceQuotaControl(PeerProfile.RC_EXPLICIT, new UeId.GnbDu(0));

    sealed interface Result {
        record Applied(QuotaPlan plan) implements Result {}

        record Refused(Cause cause) implements Result {}
    }

    private final List<TwinProfile> twins;
    private final PlmnIdentity plmn;

    QuotaExecutor(List<TwinProfile> twins, NodeSettings settings) {
        this.twins = twins;
        this.plmn = PlmnIdentity.of(settings.mcc(), settings.mnc());
    }

    /** Slices that the control does not name keep their quota of {@code inForce}. */
    Result execute(RicControl.Request request, QuotaPlan inForce) {
        if (request.ranFunctionId() != E2Node.RC_FUNCTION_ID) {
            return new Result.Refused(Cause.RicRequest.RAN_FUNCTION_ID_INVALID);
        }
        try {
            if (!CONTROL.isAnnouncedBy(request.header(), LIMITS)) {
                return new Result.Refused(Cause.RicRequest.ACTION_NOT_SUPPORTED);
            }
            List<PrbQuota> wanted =
                    CONTROL.read(new SliceQuotaControl.Payload(request.header(), request.message()), LIMITS);
            List<io.twinslice.model.PrbQuota> quotas = new ArrayList<>(inForce.quotas());
            for (PrbQuota quota : wanted) {
                int twin = twin(quota);
                if (twin < 0) {
                    return new Result.Refused(Cause.RicRequest.CONTROL_MESSAGE_INVALID);
                }
                quotas.set(
                        twin,
                        new io.twinslice.model.PrbQuota(
                                quota.dedicatedPercent(), quota.minPercent(), quota.maxPercent()));
            }
            return new Result.Applied(new QuotaPlan(quotas));
        } catch (DecodeException e) {
            return new Result.Refused(Cause.RicRequest.CONTROL_MESSAGE_INVALID);
        } catch (IllegalArgumentException e) {
            // Each quota is sound but together they promise more than the cell has.
            return new Result.Refused(Cause.RicRequest.CONTROL_FAILED_TO_EXECUTE);
        }
    }

    private int twin(PrbQuota quota) {
        Snssai slice = new Snssai(quota.sst(), quota.sd());
        for (int i = 0; i < twins.size(); i++) {
            if (twins.get(i).slice().equals(slice) && quota.plmn().equals(plmn)) {
                return i;
            }
        }
        return -1;
    }
}
