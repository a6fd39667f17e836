package io.github.mpesasdk.cli.market;

import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.vodacomapi.model.Market;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The markets that the command knows. */
public final class Markets {

    /** All of them, in the order in which they are listed and told. */
    public static final List<MarketCommands> ALL = Stream.of(
                    Stream.of(new KenyaCommands()),
                    Stream.of(Market.values()).map(VodacomCommands::new),
                    Stream.of(new DrcCommands(), new MozambiqueCommands()))
            .<MarketCommands>flatMap(markets -> markets)
            .toList();

    /** Their names, for help; it goes with {@link Names}. */
    public static final String NAMES = "${COMPLETION-CANDIDATES}; drc is its SOAP gateway, mozambique its own API";

    private Markets() {}

    /** What help puts in the place of {@link #NAMES}. */
    public static final class Names implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return ALL.stream().map(MarketCommands::name).iterator();
        }
    }

    /** The operations of all of them, for shells that complete what is typed. */
    public static final class Operations implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return ALL.stream()
                    .flatMap(market -> market.operations().stream())
                    .map(Operation::id)
                    .distinct()
                    .iterator();
        }
    }

    /**
     * The market of a name, or all of them if no name is given.
     *
     * @throws BadInputException naming the known ones
     */
    public static List<MarketCommands> chosen(@Nullable String name) {
        return name == null ? ALL : List.of(named(name));
    }

    /** The market of a name, in any case, if there is one. */
    public static Optional<MarketCommands> called(String name) {
        return ALL.stream()
                .filter(market -> market.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * The market of a name, in any case.
     *
     * @throws BadInputException naming the known ones
     */
    public static MarketCommands named(String name) {
        List<String> known = ALL.stream().map(MarketCommands::name).toList();
        return called(name)
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
