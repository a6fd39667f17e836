package io.github.mpesasdk.sandbox;

import com.github.tomakehurst.wiremock.common.JettySettings;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import com.github.tomakehurst.wiremock.jetty11.Jetty11Utils;
import java.util.EnumSet;
import wiremock.jakarta.servlet.DispatcherType;
import wiremock.org.eclipse.jetty.http.HttpVersion;
import wiremock.org.eclipse.jetty.io.Connection;
import wiremock.org.eclipse.jetty.io.EndPoint;
import wiremock.org.eclipse.jetty.io.NetworkTrafficListener;
import wiremock.org.eclipse.jetty.server.Connector;
import wiremock.org.eclipse.jetty.server.HttpChannelOverHttp;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.HttpConnection;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;
import wiremock.org.eclipse.jetty.server.ServerConnector;
import wiremock.org.eclipse.jetty.servlet.FilterHolder;
import wiremock.org.eclipse.jetty.servlet.ServletContextHandler;

/**
 * WireMock's server, of which strangers reach nothing: whatever the target of a request, Jetty and WireMock see
 * {@code /}, so neither fails over a target that it cannot read, and none leads to WireMock's own control addresses.
 * {@link RequestFilter} reads the request in their place.
 */
final class EmbeddedServer extends Jetty11HttpServer {

    EmbeddedServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        super(options, admin, stubs);
    }

    @Override
    protected ServerConnector createHttpConnector(
            String address, int port, JettySettings settings, NetworkTrafficListener listener) {
        HttpConfiguration configuration = Jetty11Utils.createHttpConfig(settings);
        // Jetty would read "Bearer XY" as the "Bearer xy" that came before it on the same connection.
        configuration.setHeaderCacheSize(0);
        return Jetty11Utils.createServerConnector(
                jettyServer, address, settings, port, listener, new Connections(configuration));
    }

    @Override
    protected void decorateMockServiceContextBeforeConfig(ServletContextHandler context) {
        context.addFilter(new FilterHolder(new RequestFilter()), "/*", EnumSet.of(DispatcherType.REQUEST));
    }

    private static final class Connections extends HttpConnectionFactory {

        Connections(HttpConfiguration configuration) {
            super(configuration);
        }

        @Override
        public Connection newConnection(Connector connector, EndPoint endPoint) {
            HttpConfiguration configuration = getHttpConfiguration();
            HttpConnection connection = new HttpConnection(configuration, connector, endPoint, false) {
                @Override
                protected HttpChannelOverHttp newHttpChannel() {
                    return new Channel(this, connector, configuration, endPoint);
                }
            };
            return configure(connection, connector, endPoint);
        }
    }

    private static final class Channel extends HttpChannelOverHttp {

        Channel(HttpConnection connection, Connector connector, HttpConfiguration configuration, EndPoint endPoint) {
            super(connection, connector, configuration, endPoint, connection);
        }

        @Override
        public void startRequest(String method, String target, HttpVersion version) {
            getRequest().setAttribute(RequestFilter.TARGET, target);
            getRequest().setAttribute(RequestFilter.METHOD, method);
            super.startRequest("CONNECT".equals(method) ? "POST" : method, "/", version);
        }
    }
}
