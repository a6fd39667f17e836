package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Operation;
import io.github.mpesasdk.sandbox.market.Task;

/** Answers a picture of one point: nobody scans it. */
final class QrCode implements Operation {

    private static final String ONE_POINT =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";

    @Override
    public Task begin(Call call) {
        return Task.answer(KenyaMarket.accepted(call, "captured").with("QRCode", ONE_POINT));
    }
}
