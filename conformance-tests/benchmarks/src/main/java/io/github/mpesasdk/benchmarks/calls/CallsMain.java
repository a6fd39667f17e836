package io.github.mpesasdk.benchmarks.calls;

import io.github.mpesasdk.benchmarks.server.Gateway;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Quick look at the console. */
public final class CallsMain {
    public static void main(String[] args) throws Exception {
        int rounds = Integer.getInteger("rounds", 5);
        Duration length = Duration.ofMillis(Integer.getInteger("millis", 1000));
        List<Condition> conditions = args.length == 0 ? List.of(Condition.values()) : Arrays.stream(args[0].split(",")).map(Condition::valueOf).toList();
        int[] threadCounts = args.length < 2 ? new int[] {1, 4, 16} : Arrays.stream(args[1].split(",")).mapToInt(Integer::parseInt).toArray();
        String only = System.getProperty("only", "");
        try (Gateway gateway = Gateway.start()) {
            for (Condition condition : conditions) {
                List<Variant> variants = new ArrayList<>(List.of(
                        new BareOkHttp(gateway, condition),
                        new HandWritten(gateway, condition),
                        new Ours(gateway, condition, false),
                        new Ours(gateway, condition, true)));
                if (!only.isEmpty()) variants.removeIf(v -> !v.title().contains(only));
                for (Variant variant : variants) {
                    Round.of(variant, 4, Duration.ofMillis(Integer.getInteger("warm", 2000)));
                }
                for (int threads : threadCounts) {
                    List<List<Round>> all = new ArrayList<>();
                    for (Variant v : variants) all.add(new ArrayList<>());
                    for (int r = 0; r < rounds; r++) {
                        for (int i = 0; i < variants.size(); i++) {
                            int at = (i + r) % variants.size();
                            all.get(at).add(Round.of(variants.get(at), threads, length));
                        }
                    }
                    int floor = Math.min(1, variants.size() - 1);
                    for (int i = 0; i < variants.size(); i++) {
                        List<Round> mine = all.get(i);
                        double[] ratio = new double[rounds];
                        double[] p50 = new double[rounds];
                        for (int r = 0; r < rounds; r++) { ratio[r] = mine.get(r).perSecond() / all.get(floor).get(r).perSecond(); p50[r] = mine.get(r).medianMicros() / all.get(floor).get(r).medianMicros(); }
                        Arrays.sort(ratio); Arrays.sort(p50);
                        System.out.println(String.format(Locale.ROOT, "%-12s %2d %-28s %8.0f/s %8.1f us %8.0f B  x%.2f p50 x%.2f", condition, threads, variants.get(i).title(),
                                mine.stream().mapToDouble(Round::perSecond).sorted().toArray()[rounds / 2],
                                mine.stream().mapToDouble(Round::medianMicros).sorted().toArray()[rounds / 2],
                                mine.stream().mapToDouble(Round::bytes).sorted().toArray()[rounds / 2], ratio[rounds / 2], p50[rounds / 2]));
                    }
                }
                variants.forEach(Variant::close);
            }
        }
    }
}
