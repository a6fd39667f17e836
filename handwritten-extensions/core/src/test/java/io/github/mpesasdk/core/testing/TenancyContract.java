package io.github.mpesasdk.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.DyingServer.Fate;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The contract of every market: each tenant that calls, however many at once, is known to the gateway as itself, and
 * costs it no more tokens than needed. Proven over real sockets.
 *
 * <p>A market extends this class, says how its gateway knows a caller, and opens clients. Where the credential itself
 * goes out with every call, the same tests prove that it does, that it is that of the caller, and that nothing is
 * fetched.
 *
 * <pre>{@code
 * class KenyaTenancyTest extends TenancyContract {
 *
 *     protected Proof proof() {
 *         return Proof.FETCHED_TOKEN;
 *     }
 *
 *     protected Optional<String> tokenAnswer(SeenRequest request, String token) {
 *         return request.path().equals("/oauth/v1/generate")
 *                 ? Optional.of("{\"access_token\":\"" + token + "\",\"expires_in\":\"3599\"}")
 *                 : Optional.empty();
 *     }
 *
 *     protected String credentialSeen(SeenRequest request) {
 *         // "Basic" with key and secret of a tenant, or "Bearer" with a token; elsewhere a field of the body
 *     }
 *
 *     protected List<Place> places() {
 *         return List.of(setup -> {
 *             Daraja daraja = Daraja.builder().at(setup.baseUrl()).tokenStore(setup.tokenStore())...build();
 *             return Client.of(() -> daraja.stk().push(...), daraja::close);
 *         });
 *     }
 *     ...
 * }
 * }</pre>
 */
public abstract class TenancyContract {

    private static final String ONE = "tenantOne";
    private static final String OTHER = "tenantTwo";

    /** What a call proves itself with. */
    public enum Proof {
        /** A token or session, which the client fetches with the credential. */
        FETCHED_TOKEN,
        /** The credential, in clear or encrypted; nothing is ever fetched. */
        THE_CREDENTIAL
    }

    /**
     * Whose client shall be opened, and where.
     *
     * @param baseUrl the gateway
     * @param credential letters that name the tenant; keys, secrets and passwords are made from it, and from nothing
     *     else
     * @param httpClient the caller's client, to be given to the market's builder
     * @param tokenStore where the tokens of the client are kept
     */
    public record Setup(URI baseUrl, String credential, OkHttpClient httpClient, TokenStore tokenStore) {}

    /** A client of the market that is open. */
    public interface Client extends AutoCloseable {

        /** Sends one request that moves money; whatever it throws is judged. */
        void call();

        @Override
        void close();

        /** One that does this. */
        static Client of(Runnable call, Runnable close) {
            return new Client() {
                @Override
                public void call() {
                    call.run();
                }

                @Override
                public void close() {
                    close.run();
                }
            };
        }
    }

    /** What a credential is for: one environment of one country. */
    @FunctionalInterface
    public interface Place {

        /** Opens a client there. */
        Client open(Setup setup);
    }

    /** Every place that can be reached under one address, the usual one first. */
    protected abstract List<Place> places();

    /** What calls go out with. */
    protected abstract Proof proof();

    /** The body with which the gateway hands out this token or session; empty for any other request. */
    protected abstract Optional<String> tokenAnswer(SeenRequest request, String token);

    /**
     * What a request proves itself with, decrypted: of a call the {@link #proof}, of a request for a token the
     * {@link Setup#credential}. Fails where its parts are not those of one tenant.
     */
    protected abstract String credentialSeen(SeenRequest request);

    /** How the gateway accepts a call. */
    protected abstract Fate acceptance();

    /** How the gateway turns a call away whose token, or credential, it does not take. */
    protected abstract Fate rejection();

    @Test
    void manyThreadsShareOneToken() throws Exception {
        CountDownLatch allHaveCalled = new CountDownLatch(Together.THREADS);
        try (TenantGateway gateway = new TenantGateway(this);
                Client client = open(gateway, ONE, TokenStore.inMemory())) {
            gateway.beforeEachAnswer((request, connection) -> Events.await(allHaveCalled));
            Together.run(thread -> {
                allHaveCalled.countDown();
                client.call();
                return true;
            });

            proveAlone(gateway, ONE, ONE);
            assertEquals(Together.THREADS, gateway.proofsOf(ONE).size(), "calls");
        }
    }

    enum Stores {
        ONE_EACH,
        ONE_FOR_ALL
    }

    @ParameterizedTest
    @EnumSource
    void tenantsOfOneGatewayNeverMeet(Stores stores) throws Exception {
        TokenStore first = TokenStore.inMemory();
        TokenStore second = stores == Stores.ONE_FOR_ALL ? first : TokenStore.inMemory();
        int calls = 4;
        try (TenantGateway gateway = new TenantGateway(this);
                Client one = open(gateway, ONE, first);
                Client other = open(gateway, OTHER, second)) {
            Together.run(thread -> {
                for (int call = 0; call < calls; call++) {
                    (thread % 2 == 0 ? one : other).call();
                }
                return true;
            });

            for (String tenant : List.of(ONE, OTHER)) {
                proveAlone(gateway, tenant, tenant);
                assertEquals(
                        Together.THREADS / 2 * calls, gateway.proofsOf(tenant).size(), "calls");
            }
        }
    }

    @Test
    void aCredentialIsAnotherOneInEveryPlaceAndAtEveryAddress() throws Exception {
        TokenStore store = TokenStore.inMemory();
        List<Client> clients = new ArrayList<>();
        try (TenantGateway here = new TenantGateway(this);
                TenantGateway there = new TenantGateway(this)) {
            for (TenantGateway gateway : List.of(here, there)) {
                for (Place place : places()) {
                    OkHttpClient http = TenantGateway.httpClientOf("client" + clients.size());
                    clients.add(place.open(new Setup(gateway.baseUrl(), ONE, http, store)));
                }
            }
            // First one by one, so that each meets what the ones before have left in the store.
            clients.forEach(Client::call);
            Together.run(thread -> {
                clients.get(thread % clients.size()).call();
                return true;
            });

            for (int number = 0; number < clients.size(); number++) {
                proveAlone(number < places().size() ? here : there, "client" + number, ONE);
            }
        } finally {
            clients.forEach(Client::close);
        }
    }

    @Test
    void clientsOfOneTenantShareTheTokenInTheirStore() {
        TokenStore store = TokenStore.inMemory();
        try (TenantGateway gateway = new TenantGateway(this)) {
            for (int run = 0; run < 2; run++) {
                try (Client client = open(gateway, ONE, store)) {
                    client.call();
                }
            }

            proveAlone(gateway, ONE, ONE);
        }
    }

    @Test
    void whoseTokenIsRejectedFetchesAnotherAndDisturbsNobody() throws Exception {
        TokenStore store = TokenStore.inMemory();
        try (TenantGateway gateway = new TenantGateway(this);
                Client one = open(gateway, ONE, store);
                Client other = open(gateway, OTHER, store)) {
            one.call();
            other.call();
            gateway.reject(Set.copyOf(gateway.proofsOf(ONE)));
            Together.run(thread -> {
                if (thread % 2 == 0) {
                    callRejected(one);
                } else {
                    other.call();
                }
                return true;
            });

            proveTokens(gateway, ONE, ONE, replacement() == Replacement.NEVER ? 1 : 2);
            proveAlone(gateway, OTHER, OTHER);
        }
    }

    /** What becomes of a token that the gateway rejected. */
    protected enum Replacement {
        /** Another is fetched, and the same call comes through with it. */
        AT_ONCE,
        /** The call fails, because no answer proves that nothing was done; later calls have another token. */
        FOR_LATER_CALLS,
        /** The token is the credential itself. */
        NEVER
    }

    /** What the market does. */
    protected Replacement replacement() {
        return proof() == Proof.FETCHED_TOKEN ? Replacement.AT_ONCE : Replacement.NEVER;
    }

    private void callRejected(Client client) {
        switch (replacement()) {
            case AT_ONCE -> client.call();
            case FOR_LATER_CALLS -> {
                try {
                    client.call();
                } catch (UnknownOutcomeException withTheRejectedOne) {
                    client.call();
                }
            }
            case NEVER -> assertThrows(MpesaException.class, client::call);
        }
    }

    @Test
    void whoClosesDoesNotDisturbWhoSharesTheHttpClient() throws Exception {
        OkHttpClient shared = TenantGateway.httpClientOf("both");
        TokenStore store = TokenStore.inMemory();
        Place usual = places().get(0);
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (TenantGateway gateway = new TenantGateway(this);
                Client stays = usual.open(new Setup(gateway.baseUrl(), OTHER, shared, store))) {
            Client leaves = usual.open(new Setup(gateway.baseUrl(), ONE, shared, store));
            leaves.call();
            gateway.beforeEachAnswer((request, connection) -> {
                arrived.countDown();
                Events.await(closed);
            });
            FutureTask<Boolean> underWay = new FutureTask<>(stays::call, true);
            new Thread(underWay, "underWay").start();
            Events.await(arrived);
            leaves.close();
            closed.countDown();
            underWay.get();
            Together.run(thread -> {
                stays.call();
                return true;
            });

            List<String> proofs = gateway.proofsOf("both");
            assertEquals(2 + Together.THREADS, proofs.size(), "calls");
            assertEquals(1, Collections.frequency(proofs, proofs.get(0)), "calls of the one that left");
            assertEquals(2, Set.copyOf(proofs).size(), "tenants");
        }
    }

    private Client open(TenantGateway gateway, String tenant, TokenStore store) {
        return places().get(0).open(new Setup(gateway.baseUrl(), tenant, TenantGateway.httpClientOf(tenant), store));
    }

    private void proveAlone(TenantGateway gateway, String client, String credential) {
        proveTokens(gateway, client, credential, 1);
    }

    /** A client asked for so many tokens, with its credential, and called with these and no other. */
    private void proveTokens(TenantGateway gateway, String client, String credential, int tokens) {
        boolean fetches = proof() == Proof.FETCHED_TOKEN;
        assertEquals(
                Collections.nCopies(fetches ? tokens : 0, credential),
                gateway.credentialsOf(client),
                "requests of " + client + " for tokens");
        assertEquals(
                fetches ? gateway.tokensOf(client) : Set.of(credential),
                new HashSet<>(gateway.proofsOf(client)),
                "what " + client + " called with");
    }
}
