package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.market.RandomText;

/** Makes ids in the shapes of the gateway. */
final class Identifiers {

    private final RandomText random = new RandomText();
    private final NairobiTime time;

    Identifiers(NairobiTime time) {
        this.time = time;
    }

    String receipt() {
        return time.receiptDay() + random.capitals(7);
    }

    /** What stands for a receipt when nothing was booked: the same for all of a day. */
    String noReceipt() {
        return time.receiptDay() + "0000000";
    }

    /** A request id, and the originator's conversation id where the originator sends none. */
    String request() {
        return hex(2) + "-" + hex(2) + "-" + hex(2) + "-" + hex(10);
    }

    /** Not hex: it ends in letters and digits. */
    String conversation() {
        return "AG_" + time.day() + "_01001" + random.digits(3) + random.smallLetters(12);
    }

    String checkout(String msisdn) {
        return "ws_CO_" + time.checkout() + msisdn.substring(Math.max(0, msisdn.length() - 9));
    }

    /** Letters and digits that nobody can guess. */
    String secret(int length) {
        return random.letters(length);
    }

    private String hex(int bytes) {
        return random.hex(bytes);
    }

    /** A number of so many digits that begins with a given digit. */
    String number(int firstDigit, int digits) {
        return firstDigit + random.digits(digits - 1);
    }
}
