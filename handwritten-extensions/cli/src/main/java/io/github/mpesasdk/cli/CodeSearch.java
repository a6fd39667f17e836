package io.github.mpesasdk.cli;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.cli.market.MarketCommands;
import io.github.mpesasdk.runtime.Catalogue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks codes up in the catalogues of some markets. Markets of one API have one catalogue, and are answered as one. */
record CodeSearch(List<MarketCommands> markets) {

    private static final int AS_SAID = 1000;
    // Words that tell nothing apart.
    private static final Set<String> COMMON = Set.of(
            "a", "an", "and", "are", "be", "by", "do", "does", "for", "from", "in", "is", "it", "of", "on", "or", "the",
            "this", "to", "was", "with");

    /**
     * What a code means, by the message that came with it where one is given.
     *
     * @return nothing if no catalogue has the code
     */
    List<Meaning> byCode(String code, @Nullable String message) {
        return each(catalogue -> {
            List<Code> fitting = catalogue.explain(code, message);
            List<Code> byMessage = message == null
                    ? List.of()
                    : fitting.stream().filter(CodeSearch::asksForWords).toList();
            // An entry without words stands for every other message.
            return byMessage.isEmpty() ? fitting : byMessage;
        });
    }

    /**
     * The entries that speak of these words, best first: what a gateway says with them, then all that have every word;
     * if there are none, those that share the most words.
     */
    List<Meaning> byWords(String typed) {
        Map<Meaning, Integer> ranks = new LinkedHashMap<>();
        Set<String> sought = wordsOf(typed);
        each(CodeSearch::all).forEach(meaning -> ranks.put(meaning, rank(meaning, plain(typed), sought)));
        int best = ranks.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int enough = Math.min(best, sought.size());
        return ranks.entrySet().stream()
                .filter(entry -> entry.getValue() >= enough && 2 * entry.getValue() > sought.size())
                .sorted(Map.Entry.<Meaning, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<Meaning> each(Function<Catalogue, List<Code>> entries) {
        Map<Catalogue, List<MarketCommands>> byCatalogue = markets.stream()
                .collect(Collectors.groupingBy(MarketCommands::catalogue, LinkedHashMap::new, Collectors.toList()));
        return byCatalogue.entrySet().stream()
                .flatMap(group -> entries.apply(group.getKey()).stream()
                        .distinct()
                        .map(code -> new Meaning(group.getValue(), code)))
                .toList();
    }

    private static List<Code> all(Catalogue catalogue) {
        return Stream.of(catalogue.errors(), catalogue.acknowledgements(), catalogue.results(), catalogue.statuses())
                .flatMap(List::stream)
                .toList();
    }

    private static boolean asksForWords(Code entry) {
        return entry.message() != null || entry.words() != null;
    }

    // How many of the words it has. The gateway's own words, in one piece, count more than any number of them.
    private static int rank(Meaning meaning, String typed, Set<String> sought) {
        Code entry = meaning.code();
        String said = Stream.of(entry.words(), entry.message(), meaning.says().orElse(null))
                .filter(Objects::nonNull)
                .map(CodeSearch::plain)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" | ", " ", " "));
        if (said.contains(" " + typed + " ")) {
            return AS_SAID;
        }
        Set<String> known = wordsOf(said + " " + plain(entry.meaning()));
        return (int) sought.stream().filter(known::contains).count();
    }

    private static Set<String> wordsOf(String text) {
        return Arrays.stream(plain(text).split(" ", -1))
                .filter(word -> !word.isEmpty() && !COMMON.contains(word))
                .collect(Collectors.toSet());
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
    }
}
