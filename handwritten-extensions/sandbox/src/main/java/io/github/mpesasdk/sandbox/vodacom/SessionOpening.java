package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.Gateway;
import io.github.mpesasdk.sandbox.ipg.Operation;
import io.github.mpesasdk.sandbox.ipg.Result;
import io.github.mpesasdk.sandbox.ipg.Task;
import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.Sessions;

/** Opens a session for the application whose API key was sent. */
final class SessionOpening implements Operation {

    private final Gateway gateway;
    private final Sessions<VodacomApp> sessions;

    SessionOpening(Gateway gateway, Sessions<VodacomApp> sessions) {
        this.gateway = gateway;
        this.sessions = sessions;
    }

    @Override
    public Task begin(Call call) {
        VodacomApp app = sessions.byKey(call.secret()).orElseThrow();
        String id = sessions.open(app, call.market(), gateway.random().letters(32));
        return Task.answer(Result.of(gateway.success(call)).with("SessionID", id));
    }

    /** There is one code for all that can go wrong. */
    @Override
    public Result refused(Code code) {
        return Result.of(gateway.catalogue().of("INS-989", "getSession").with(code.http()));
    }
}
