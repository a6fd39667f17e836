package io.github.mpesasdk.survival;

import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Many payments, each of which stops one thread of a machine at its own point. When all stand there, the machine is
 * killed, and the other one is left with them.
 */
final class Wave {

    private static final Duration REACH = Duration.ofMinutes(1);
    private static final Duration SETTLE = Duration.ofMinutes(2);

    private final World world;
    private final List<Scenario> scenarios;
    private final MachineProcess victim;
    private final MachineProcess survivor;

    Wave(World world, List<Scenario> scenarios, MachineProcess victim, MachineProcess survivor) {
        this.world = world;
        this.scenarios = new ArrayList<>(scenarios);
        this.victim = victim;
        this.survivor = survivor;
    }

    /**
     * Sends all payments, and waits until each stands at its point.
     *
     * @param isVictimPaused whether the victim's rounds are held too, because its own reconciler could overtake the
     *     threads that stand still
     * @return those that did not come to their point
     */
    List<String> stop(boolean isVictimPaused) throws Exception {
        world.balancer().machines(victim, survivor);
        Set<String> shops = shops();
        for (String shop : shops) {
            survivor.tell("open " + shop + " paused");
            victim.tell("open " + shop + (isVictimPaused ? " paused" : " running"));
        }
        for (String shop : shops) {
            survivor.await(("OPENED " + shop)::equals, REACH);
            victim.await(("OPENED " + shop)::equals, REACH);
        }
        long number = 0;
        for (Scenario scenario : scenarios) {
            send(scenario, ++number);
        }
        List<String> missing = new ArrayList<>();
        long end = System.nanoTime() + REACH.toNanos();
        for (Scenario scenario : scenarios) {
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            if (!victim.await(at(scenario)::equals, left)) {
                missing.add(scenario.toString());
            }
        }
        return missing;
    }

    private Set<String> shops() {
        Set<String> shops = new LinkedHashSet<>();
        scenarios.forEach(scenario -> shops.add(scenario.shop()));
        return shops;
    }

    private static String at(Scenario scenario) {
        return "AT " + scenario.point() + " " + scenario.order();
    }

    private void send(Scenario scenario, long number) throws Exception {
        KenyaSandbox gateway = world.gateway();
        String order = scenario.order();
        String msisdn = "2547%02d%06d".formatted((int) scenario.order().charAt(0), number);
        // Callbacks of payments whose sender stands still go to both machines in turn.
        boolean isToVictim = scenario.point().compareTo(Point.CALLBACK_ARRIVED) >= 0 || number % 2 == 0;
        world.balancer().route(order, scenario.shop(), isToVictim ? victim.name() : survivor.name());
        if (!scenario.isApproved()) {
            gateway.phone().on(msisdn).cancels();
        }
        if (scenario.isSent() && scenario.trouble() != Trouble.NONE) {
            gateway.faults()
                    .next(scenario.kind().operation(), scenario.trouble().faults());
        }
        victim.tell("arm " + scenario.point() + " " + order);
        switch (scenario.kind()) {
            case PUSH -> victim.tell("push " + scenario.shop() + " " + order + " " + msisdn + " " + number);
            case PAYOUT -> victim.tell("payout " + scenario.shop() + " " + order + " " + msisdn + " " + (number + 10));
            // Amounts that no open push has: money that may be a push is held back.
            case UNASKED -> world.payUnasked(order, msisdn, 1_000 + number, scenario.isFoundByComparison());
        }
        boolean isThere = World.await(
                REACH,
                () -> victim.hasSaid(at(scenario))
                        || !world.sends(scenario.kind(), order).isEmpty());
        if (!isThere) {
            throw new AssertionError(scenario + " was not sent; the machine said " + victim.said());
        }
    }

    /**
     * Kills, starts the machine again, and lets both finish.
     *
     * @return the next life of the machine
     */
    MachineProcess killAndSettle() throws Exception {
        victim.kill();
        List<String> acknowledged =
                world.orders().texts("SELECT order_key FROM mpesa_payment WHERE state = 'ACCEPTED'");
        scenarios.replaceAll(scenario -> acknowledged.contains(scenario.order()) ? scenario.acknowledged() : scenario);
        passTime();
        survivor.tell("resume");
        MachineProcess next = MachineProcess.start(victim.name(), world.settings());
        next.awaitReady();
        shops().forEach(shop -> next.tell("open " + shop + " running"));
        world.balancer().machines(next, survivor);
        settle();
        return next;
    }

    private void settle() throws Exception {
        World.await(SETTLE, () -> isSettled(false));
        // What nobody can tell is left to a person, after a day.
        world.orders()
                .execute("UPDATE mpesa_payment SET prepared_at = prepared_at - 172800000, next_at = 0"
                        + " WHERE state IN ('SENT', 'ACCEPTED')");
        World.await(SETTLE, () -> isSettled(true));
        world.gateway().awaitCallbacks(SETTLE);
        World.await(SETTLE, () -> world.orders()
                .texts("SELECT 1 FROM mpesa_notice WHERE told_at IS NULL")
                .isEmpty());
    }

    // The leases of the dead machine run out: a minute for what it was telling, ten for what it was about to send.
    private void passTime() throws Exception {
        world.orders().execute("UPDATE mpesa_notice SET next_at = 0 WHERE told_at IS NULL AND attempts > 0");
        world.orders().execute("UPDATE mpesa_payment SET next_at = 0 WHERE state = 'PREPARED'");
    }

    private boolean isSettled(boolean withPersons) throws Exception {
        for (Scenario scenario : scenarios) {
            boolean isPaid = world.ledger(scenario.order()).stream()
                    .anyMatch(entry ->
                            entry.endedAt() != null && entry.status().name().equals("COMPLETED"));
            String expected = scenario.expected(isPaid || mayStillBePaid(scenario));
            if ((withPersons || !expected.equals("PERSON"))
                    && !world.orders().state(scenario.order()).equals(expected)) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayStillBePaid(Scenario scenario) {
        return scenario.isApproved() && scenario.isSent();
    }

    /** What everybody says in the end. */
    List<Judge.Row> judge() throws SQLException {
        Judge judge = new Judge(world);
        List<Judge.Row> rows = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            rows.add(judge.judge(scenario));
        }
        return rows;
    }
}
