package io.github.mpesasdk.kenya;

import io.github.mpesasdk.runtime.TextOrNumber;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the ways in which Daraja writes an amount of shillings. */
final class DarajaMoney {

    // {Amount={CurrencyCode=KES, MinimumAmount=618683, BasicAmount=6186.83}}: not JSON, order and spaces vary.
    private static final Pattern BASIC_AMOUNT = Pattern.compile(
            "^(?!.*CurrencyCode\\s*=\\s*(?!KES\\b)).*?BasicAmount\\s*=\\s*(-?\\d+(?:\\.\\d+)?)(?=\\s*(?:\\}|,\\s*[A-Za-z]+\\s*=))");

    private DarajaMoney() {}

    /** An amount as a plain decimal; any other text as it is. */
    static String decimal(String text) {
        return text.contains("BasicAmount")
                ? parse(TextOrNumber.of(text)).map(BigDecimal::toPlainString).orElse(text)
                : text;
    }

    static Optional<BigDecimal> parse(TextOrNumber value) {
        Optional<BigDecimal> plain = value.decimal();
        if (plain.isPresent()) {
            return plain;
        }
        Matcher structure = BASIC_AMOUNT.matcher(value.text());
        return structure.find() ? TextOrNumber.of(structure.group(1)).decimal() : Optional.empty();
    }
}
