package io.twinslice.e2sm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.Octets;
import java.util.Locale;

/**
 * PLMN-Identity: three octets of swapped decimal digits (TS 38.413 clause 9.3.3.5). Octets that are no digits are kept
 * as they are, since peers send them.
 *
 * @param value the three octets as a 24-bit number, big-endian
 */
public record PlmnIdentity(int value) {
    public static final Codec<PlmnIdentity> CODEC = new PlmnIdentityCodec();

    public PlmnIdentity {
        if (value < 0 || value > 0xFFFFFF) {
            throw new IllegalArgumentException("a PLMN identity has 24 bits, not " + Integer.toHexString(value));
        }
    }

    /**
     * The identity of an operator.
     *
     * @param mcc mobile country code, three digits
     * @param mnc mobile network code, two or three digits
     */
    public static PlmnIdentity of(String mcc, String mnc) {
        if (!mcc.matches("[0-9]{3}") || !mnc.matches("[0-9]{2,3}")) {
            throw new IllegalArgumentException("MCC needs 3 and MNC 2 or 3 digits, not " + mcc + " and " + mnc);
        }
        int third = mnc.length() == 3 ? digit(mnc, 2) : 0xF;
        return new PlmnIdentity((digit(mcc, 1) << 20)
                | (digit(mcc, 0) << 16)
                | (third << 12)
                | (digit(mcc, 2) << 8)
                | (digit(mnc, 1) << 4)
                | digit(mnc, 0));
    }

    /** The identity that three octets hold. */
    public static PlmnIdentity of(Octets octets) {
        if (octets.length() != 3) {
            throw new IllegalArgumentException("a PLMN identity has 3 octets, not " + octets.length());
        }
        return new PlmnIdentity((int) octets.toUnsigned());
    }

    public Octets octets() {
        return Octets.ofUnsigned(value, 3);
    }

    /**
     * MCC and MNC in digits.
     *
     * @throws IllegalArgumentException when the octets are no digits
     */
    public String digits() {
        String hex = toString();
        String digits = "" + hex.charAt(1) + hex.charAt(0) + hex.charAt(3) + hex.charAt(5) + hex.charAt(4);
        String whole = hex.charAt(2) == 'f' ? digits : digits + hex.charAt(2);
        if (!whole.matches("[0-9]{5,6}")) {
            throw new IllegalArgumentException("PLMN identity " + hex + " is no MCC and MNC");
        }
        return whole;
    }

    private static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }

    /** The octets as six hexadecimal digits. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%06x", value);
    }
}

/** Both directions of {@link PlmnIdentity}. */
final class PlmnIdentityCodec implements Codec<PlmnIdentity> {
    @Override
    public void encode(PlmnIdentity value, BitWriter out) {
        out.align();
        out.bits(value.value(), 24);
    }

    @Override
    public PlmnIdentity decode(BitReader in) throws DecodeException {
        return new PlmnIdentity((int) in.fixedBits("plmn", 24));
    }
}
