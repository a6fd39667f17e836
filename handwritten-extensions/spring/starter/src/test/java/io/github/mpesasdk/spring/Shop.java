package io.github.mpesasdk.spring;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.NeedsPerson;
import io.github.mpesasdk.Settled;
import io.github.mpesasdk.daraja.model.C2bValidationCode;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** An application with everything that it may have. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Shop {

    final BlockingQueue<PayloadApplicationEvent<Settled>> settled = new LinkedBlockingQueue<>();
    final BlockingQueue<CustomerPayment> received = new LinkedBlockingQueue<>();
    final BlockingQueue<NeedsPerson> open = new LinkedBlockingQueue<>();
    final AtomicInteger mistakes = new AtomicInteger();

    @EventListener
    void onSettled(PayloadApplicationEvent<Settled> event) {
        if (mistakes.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the books are locked");
        }
        settled.add(event);
    }

    @EventListener
    void onReceived(CustomerPayment payment) {
        received.add(payment);
    }

    @EventListener
    void onNeedsPerson(NeedsPerson payment) {
        open.add(payment);
    }

    @Bean
    C2bValidator onlyKnownInvoices() {
        return payment -> {
            String invoice = String.valueOf(payment.billRefNumber());
            if (invoice.startsWith("SLOW")) {
                try {
                    Thread.sleep(5_000);
                } catch (InterruptedException cancelled) {
                    Thread.currentThread().interrupt();
                }
            }
            return invoice.startsWith("INV") || invoice.startsWith("SLOW")
                    ? C2bValidationCode.ACCEPTED
                    : C2bValidationCode.INVALID_ACCOUNT_NUMBER;
        };
    }
}
