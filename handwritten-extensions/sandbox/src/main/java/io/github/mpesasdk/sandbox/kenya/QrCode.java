package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Operation;
import io.github.mpesasdk.sandbox.market.Result;
import io.github.mpesasdk.sandbox.market.Task;

/** Answers a picture of one point: nobody scans it. */
final class QrCode implements Operation {

    private static final String ONE_POINT =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";

    private final KenyaMarket market;

    QrCode(KenyaMarket market) {
        this.market = market;
    }

    @Override
    public Task begin(Call call) {
        return Task.answer(Result.of(KenyaMarket.ACCEPTED)
                .with("ResponseCode", "00")
                .with("ResponseDescription", market.success(call).words())
                .with("QRCode", ONE_POINT));
    }
}
