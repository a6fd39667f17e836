package io.github.mpesasdk.cli.market;

import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.vodacom.Market;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The markets that the command knows. */
public final class Markets {

    /** All of them, in the order in which they are listed and told. */
    public static final List<MarketCommands> ALL = List.of(
            new KenyaCommands(),
            new VodacomCommands("tanzania", Market.TANZANIA),
            new VodacomCommands("ghana", Market.GHANA),
            new VodacomCommands("lesotho", Market.LESOTHO),
            new VodacomCommands("drc-openapi", Market.DRC),
            new DrcCommands(),
            new MozambiqueCommands(),
            new VodacomCommands("mozambique-openapi", Market.MOZAMBIQUE));

    /** Their names, for help. */
    public static final String NAMES =
            "kenya, tanzania, ghana, lesotho, drc-openapi, drc (its SOAP gateway), mozambique (its own API) or "
                    + "mozambique-openapi";

    private Markets() {}

    /**
     * The market of a name, or all of them if no name is given.
     *
     * @throws BadInputException naming the known ones
     */
    public static List<MarketCommands> chosen(@Nullable String name) {
        return name == null ? ALL : List.of(named(name));
    }

    /**
     * The market of a name.
     *
     * @throws BadInputException naming the known ones
     */
    public static MarketCommands named(String name) {
        List<String> known = ALL.stream().map(MarketCommands::name).toList();
        return ALL.stream()
                .filter(market -> market.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInputException("There is no market " + NearNames.quoted(name) + "."
                        + NearNames.suggestion(name, known) + " Known: " + String.join(", ", known) + "."));
    }

    /**
     * An operation of a market.
     *
     * @throws BadInputException suggesting what may have been meant
     */
    public static Operation<?, ?> operation(MarketCommands market, String id) {
        List<String> known = market.operations().stream().map(Operation::id).toList();
        return market.operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInputException(market.name() + " has no operation " + NearNames.quoted(id)
                        + "." + NearNames.suggestion(id, known) + " Known: " + String.join(", ", known) + "."));
    }
}
