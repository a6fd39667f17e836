package io.github.mpesasdk.sandbox.kenya;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes ids in the shapes of the gateway. */
final class Identifiers {

    private static final String RECEIPT_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String ALPHABET = RECEIPT_ALPHABET + "abcdefghijklmnopqrstuvwxyz";
    private static final HexFormat HEX = HexFormat.of();

    private final SecureRandom random = new SecureRandom();
    private final NairobiTime time;

    Identifiers(NairobiTime time) {
        this.time = time;
    }

    String receipt() {
        return text(RECEIPT_ALPHABET, 10);
    }

    /** What stands for a receipt when nothing was booked. */
    String noReceipt() {
        return text(RECEIPT_ALPHABET, 3) + "0000000";
    }

    /** A request id, and the originator's conversation id where the originator sends none. */
    String request() {
        return hex(2) + "-" + hex(2) + "-" + hex(2) + "-" + hex(10);
    }

    String conversation() {
        return "AG_" + time.day() + "_" + hex(10);
    }

    String checkout(String msisdn) {
        return "ws_CO_" + time.checkout() + msisdn.substring(msisdn.length() - 9);
    }

    /** Letters and digits that nobody can guess. */
    String secret(int length) {
        return text(ALPHABET, length);
    }

    String hex(int bytes) {
        byte[] raw = new byte[bytes];
        random.nextBytes(raw);
        return HEX.formatHex(raw);
    }

    /** A number of so many digits that begins with a given digit. */
    String number(int firstDigit, int digits) {
        StringBuilder number = new StringBuilder().append(firstDigit);
        while (number.length() < digits) {
            number.append(random.nextInt(10));
        }
        return number.toString();
    }

    private String text(String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
