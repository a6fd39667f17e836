package io.github.mpesasdk.core.crypto;

import static io.github.mpesasdk.core.crypto.PublicKeys.unreadable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the bytes of a key in a text, or says what the text is instead. */
final class KeyText {

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String SSH_BLOB = "AAAA";
    private static final Pattern LABEL = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,60})-----");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]*={0,2}");
    private static final Pattern SSH =
            Pattern.compile("(?:ssh-|ecdsa-sha2-|sk-ssh-|---- BEGIN SSH2).*", Pattern.DOTALL);
    private static final Pattern PATH = Pattern.compile(
            "(?:@|file:|~?/|\\.{1,2}[/\\\\]|[A-Za-z]:[/\\\\]).*|.*\\.(?:pem|cer|crt|cert|der|key|pub|txt|b64|p12|pfx)",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_PATH = 255;

    private KeyText() {}

    /** The bytes that the text stands for. */
    static byte[] der(String written) {
        String text = unquoted(
                written.replace("\uFEFF", "").replace("\u00EF\u00BB\u00BF", "").strip());
        refuseOtherThings(text);
        // A PEM in one line of an environment variable, or out of a JSON text.
        String plain =
                text.replace("\\r", "").replace("\\n", "\n").replace("\\/", "/").strip();
        byte[] bytes = base64(plain.contains(BEGIN) ? body(plain) : plain);
        String inner = new String(bytes, StandardCharsets.ISO_8859_1);
        // Secrets of Kubernetes and many settings are base64 around what was already text.
        return inner.startsWith(BEGIN) || inner.startsWith("MII") ? der(inner) : bytes;
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1
                && (text.startsWith("\"") || text.startsWith("'"))
                && text.charAt(0) == text.charAt(text.length() - 1);
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }

    private static void refuseOtherThings(String text) {
        if (text.isEmpty()) {
            throw unreadable("is empty");
        }
        if (text.startsWith("<")) {
            throw unreadable("looks like an HTML or XML page, not like a key: the download of the key was answered with"
                    + " a page, such as a login or an error");
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            throw unreadable("looks like JSON; give only the text of the key in it");
        }
        if (text.startsWith("http://") || text.startsWith("https://")) {
            throw unreadable("looks like a web address, not like a key; download the key and give its content");
        }
        if (SSH.matcher(text).matches() || text.startsWith(SSH_BLOB)) {
            throw unreadable("is an SSH key, which the operator does not use; give the operator's public key");
        }
        if (text.contains(BEGIN + "PGP")) {
            throw unreadable("is a PGP key, which the operator does not use; give the operator's public key");
        }
        if (looksLikeAPath(text)) {
            throw unreadable("looks like the name of a file; give what is in it:"
                    + " PublicKeys.read(Files.readAllBytes(Path.of(...)))");
        }
    }

    static boolean looksLikeAPath(String text) {
        return text.length() <= LONGEST_PATH && PATH.matcher(text).matches();
    }

    /** The base64 between the lines of a PEM. */
    private static String body(String text) {
        List<String> labels = labels(text);
        if (labels.stream().anyMatch(label -> label.contains("PRIVATE"))) {
            throw unreadable("is a private key; give the operator's public key or certificate,"
                    + " and let nobody see the private one");
        }
        if (labels.size() > 1) {
            throw unreadable("holds " + labels.size() + " keys or certificates; give the operator's own alone,"
                    + " which is the first of a chain");
        }
        if (labels.isEmpty()) {
            throw unreadable("has a BEGIN line that cannot be read; copy the key again");
        }
        refuseOtherLabels(labels.get(0));
        int start = text.indexOf("-----", text.indexOf(BEGIN) + BEGIN.length()) + "-----".length();
        int end = text.indexOf(END, start);
        if (end < 0) {
            throw unreadable("is cut short: it has a BEGIN line and no END line");
        }
        return text.substring(start, end);
    }

    private static List<String> labels(String text) {
        List<String> labels = new ArrayList<>();
        Matcher label = LABEL.matcher(text);
        while (label.find()) {
            labels.add(label.group(1));
        }
        return labels;
    }

    private static void refuseOtherLabels(String label) {
        if (label.contains("CERTIFICATE REQUEST")) {
            throw unreadable("is a request for a certificate; give the operator's certificate");
        }
        if (label.contains("PKCS7") || label.equals("CMS")) {
            throw unreadable(KeyDer.BUNDLE);
        }
    }

    private static byte[] base64(String text) {
        String oneLine = text.replaceAll("\\s", "");
        if (!BASE64.matcher(oneLine).matches()) {
            throw unreadable("is neither PEM nor base64; a key in base64 begins with MII");
        }
        String digits = oneLine.replace("=", "").replace('-', '+').replace('_', '/');
        if (!digits.startsWith("M") && !digits.startsWith("LS0t") && !digits.startsWith("TUlJ")) {
            throw unreadable(instead(digits));
        }
        // One digit alone stands for no byte, so at least one more was lost.
        if (digits.length() % 4 == 1) {
            throw unreadable("is cut short: a part of its base64 is missing");
        }
        return Base64.getDecoder().decode(digits);
    }

    private static String instead(String digits) {
        boolean shortAsASecret = digits.length() < 100;
        String what = shortAsASecret
                ? "looks like an API key, a passkey or a password in the place of the operator's key or certificate"
                : "is base64, but of something else than a key";
        return what + "; in PEM it begins with -----BEGIN, in base64 with MII";
    }
}
