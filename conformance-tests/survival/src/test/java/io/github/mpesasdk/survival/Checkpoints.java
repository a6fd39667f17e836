package io.github.mpesasdk.survival;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The points of one machine. Where one is armed for an order, the thread that comes there says so and stops for good,
 * until the process is killed.
 */
final class Checkpoints {

    private final Consumer<String> voice;
    private final Set<String> armed = ConcurrentHashMap.newKeySet();

    @SuppressWarnings("ThreadLocalUsage") // One for each journal that is watched.
    private final ThreadLocal<@Nullable Commit> commit = new ThreadLocal<>();

    /** The point just before a commit that the current thread is about to do. */
    private record Commit(Point point, String order) {}

    Checkpoints(Consumer<String> voice) {
        this.voice = voice;
    }

    void arm(String point, String order) {
        armed.add(point + " " + order);
    }

    void pass(Point point, @Nullable String order) {
        if (order != null && armed.remove(point + " " + order)) {
            voice.accept("AT " + point + " " + order);
            while (true) {
                LockSupport.park(this);
            }
        }
    }

    /** The next commit of this thread is this point. */
    void nextCommit(Point point, @Nullable String order) {
        commit.set(order == null ? null : new Commit(point, order));
    }

    void noCommit() {
        commit.remove();
    }

    void passCommit() {
        Commit next = commit.get();
        if (next != null) {
            pass(next.point(), next.order());
        }
    }
}
