package io.github.mpesasdk.spring;

import static java.lang.System.Logger.Level.WARNING;

import io.github.mpesasdk.daraja.model.C2bNotification;
import io.github.mpesasdk.daraja.model.C2bValidationCode;
import io.github.mpesasdk.kenya.C2b;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the application's validator on a thread of its own, so that Safaricom is answered in time whatever it does. */
final class C2bJudge implements AutoCloseable {

    static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);
    /** Safaricom waits about eight seconds. */
    static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(7);

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");
    private static final int MOST_AT_ONCE = 32;

    private final C2bValidator validator;
    private final Duration timeout;
    private final boolean isAcceptedIfLate;
    private final ExecutorService executor =
            new ThreadPoolExecutor(0, MOST_AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                Thread thread = new Thread(work, "mpesa-c2b-validation");
                thread.setDaemon(true);
                return thread;
            });

    C2bJudge(C2bValidator validator, Duration timeout, boolean isAcceptedIfLate) {
        this.validator = validator;
        this.timeout = timeout;
        this.isAcceptedIfLate = isAcceptedIfLate;
    }

    /** The body to answer with. */
    String answer(C2bNotification payment) {
        try {
            Future<C2bValidationCode> judgement = executor.submit(() -> validator.validate(payment));
            try {
                return answer(judgement.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
            } finally {
                judgement.cancel(true);
            }
        } catch (TimeoutException late) {
            return without("did not answer within " + timeout.toMillis() + " ms");
        } catch (RejectedExecutionException busy) {
            return without("has " + MOST_AT_ONCE + " payments to judge at once");
        } catch (ExecutionException failure) {
            return without("threw " + failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return without("was interrupted");
        }
    }

    private String without(String why) {
        LOG.log(
                WARNING,
                "kenya c2bValidation: the validator {0}; the payment is {1}",
                why,
                isAcceptedIfLate ? "accepted" : "rejected");
        return answer(isAcceptedIfLate ? C2bValidationCode.ACCEPTED : C2bValidationCode.OTHER_ERROR);
    }

    private static String answer(C2bValidationCode code) {
        return code.equals(C2bValidationCode.ACCEPTED) ? C2b.accept() : C2b.reject(code);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
