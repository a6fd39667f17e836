package io.github.mpesasdk.core.transport;

import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.core.testing.OneSendContract;
import io.github.mpesasdk.core.testing.SeenRequest;
import java.util.List;
import java.util.Optional;

/** The transport itself keeps the contract, whatever the market. */
class PostOneSendTest extends OneSendContract {

    private static final String TOKEN = "tokenWithoutDigits";

    @Override
    protected Optional<String> tokenAnswer(SeenRequest request) {
        return request.path().equals("/token") ? Optional.of("{\"token\":\"" + TOKEN + "\"}") : Optional.empty();
    }

    @Override
    protected List<String> sensitiveTexts() {
        return List.of(TOKEN, Post.SECRET, "254708374149");
    }

    @Override
    protected List<MoneyOperation> operations() {
        return List.of(new MoneyOperation("pay", "/pay", "{\"Code\":\"0\"}", setup -> {
            try (Post post = Post.to(setup.baseUrl())
                    .shared(setup.httpClient())
                    .timeout(setup.timeout())
                    .retries(RetryPolicy.STANDARD)
                    .open()) {
                post.send(Post.PAY, "Id", "our-id-0001", "Phone", "254708374149");
            }
        }));
    }
}
