package io.github.mpesasdk.drc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;

/** Doors of a TLS server, which demands a certificate of its clients or does not. */
final class DemandingDoors extends SSLServerSocketFactory {

    private final SSLServerSocketFactory doors;
    private final boolean demanding;

    DemandingDoors(SSLServerSocketFactory doors, boolean demanding) {
        this.doors = doors;
        this.demanding = demanding;
    }

    private ServerSocket demanding(ServerSocket door) {
        ((SSLServerSocket) door).setNeedClientAuth(demanding);
        return door;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return doors.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return doors.getSupportedCipherSuites();
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return demanding(doors.createServerSocket(port));
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return demanding(doors.createServerSocket(port, backlog));
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return demanding(doors.createServerSocket(port, backlog, address));
    }
}
