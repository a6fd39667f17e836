package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * One market with all that its cases are judged by.
 *
 * @param market the SDK's side
 * @param setup who and where they are played
 * @param spec what they are held to
 * @param cases all of them
 */
record MarketCases(MarketUnderTest market, Setup setup, Spec spec, List<ConformanceCase> cases) {

    private static final List<MarketCases> ALL =
            Markets.ALL.stream().map(MarketCases::of).toList();

    private static MarketCases of(MarketUnderTest market) {
        Setup setup = Setup.ofMarket(market.name());
        return new MarketCases(
                market,
                setup,
                Spec.read(setup.api() + "/" + setup.contract()),
                ConformanceCase.ofMarket(market.name()));
    }

    /** Every market, or, in the fast loop after an edit of a spec, the one of {@code -Dspec}; a source of arguments. */
    static Stream<MarketCases> all() {
        String spec = System.getProperty("spec", "");
        List<String> known = ALL.stream().map(each -> each.setup.api()).toList();
        if (!spec.isEmpty() && !known.contains(spec)) {
            throw new IllegalArgumentException("-Dspec=" + spec + " is no folder of specs, but " + known + " are");
        }
        return ALL.stream().filter(each -> spec.isEmpty() || each.setup.api().equals(spec));
    }

    /** The market with this folder. */
    static MarketCases of(String name) {
        return ALL.stream()
                .filter(each -> each.market.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The same, set up as a case wants it. */
    MarketCases setUpFor(ConformanceCase played) {
        return ConformanceCase.text(played.given(), "market")
                .map(other -> new MarketCases(market, setup.inMarket(other), spec, cases))
                .orElse(this);
    }

    Stream<ConformanceCase> operationCases() {
        return cases.stream().filter(each -> !each.isCallback());
    }

    Stream<ConformanceCase> callbackCases() {
        return cases.stream().filter(ConformanceCase::isCallback);
    }

    /** A test for each of some cases of this market. */
    Stream<DynamicTest> tests(Stream<ConformanceCase> chosen, ThrowingConsumer<ConformanceCase> test) {
        return chosen.map(each -> DynamicTest.dynamicTest(
                market.name() + "/" + each, () -> assertAll(each.toString(), () -> test.accept(each))));
    }

    @Override
    public String toString() {
        return market.name();
    }
}
