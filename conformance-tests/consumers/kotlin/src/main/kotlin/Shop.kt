package shop

import io.github.mpesasdk.Failed
import io.github.mpesasdk.Outcome
import io.github.mpesasdk.Pending
import io.github.mpesasdk.Succeeded
import io.github.mpesasdk.Unknown
import io.github.mpesasdk.kenya.Daraja
import java.net.URI
import java.time.Duration

fun main(args: Array<String>) {
    val (gateway, consumerKey, consumerSecret, payBill, passkey) = args
    Daraja.builder()
        .at(URI.create(gateway))
        .app(consumerKey, consumerSecret)
        .payBill(payBill, passkey)
        .callbacksAt(URI.create("http://127.0.0.1:9/pay"))
        .callbackKey("a-callback-key-of-more-than-32-characters")
        .pollAfter(Duration.ofMillis(300))
        .build()
        .use { daraja ->
            val push = daraja.stk().push { it.amount(1).from("0708 374 149").reference("INV-001").description("Tea").order("17") }
            println(told(push.await(Duration.ofMinutes(1))))
        }
}

// No else: an outcome more would not compile.
fun told(outcome: Outcome): String = when (outcome) {
    is Succeeded -> "shipped " + outcome.receipt().orElse("without a receipt")
    is Failed -> "failed: " + outcome.advice()
    is Pending -> "ask later: " + outcome.why()
    is Unknown -> "ask later: " + outcome.why()
}
