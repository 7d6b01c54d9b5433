package org.migrationhub.server.api;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells from where a request comes: by the connection, or by what trusted proxies say. Immutable and thread-safe. */
final class Clients {

    private static final String FORWARDED = "X-Forwarded-For";

    /** Of an IPv6 address, what one customer of a provider has. */
    private static final int BYTES_OF_A_NETWORK = 8;

    /** Of an IPv6 address, what a provider may give one customer at most. */
    private static final int BYTES_OF_A_REGION = 6;

    private final List<AddressRange> trusted;
    private final boolean ofThisMachine;

    /**
     * Tells clients apart.
     *
     * @param trusted the proxies whose word counts
     * @param ofThisMachine whether the site is for this machine alone, so that no proxy passes anything on
     */
    Clients(List<AddressRange> trusted, boolean ofThisMachine) {
        this.trusted = List.copyOf(trusted);
        this.ofThisMachine = ofThisMachine;
    }

    /**
     * The way of a request, as far as it is told.
     *
     * @param nearest from where it was sent on last; null if that is no address
     * @param hops what proxies say of where it was before
     */
    record Way(@Nullable InetAddress nearest, List<String> hops) {

        static Way of(Context context) {
            return new Way(Clients.nearest(context), Clients.hops(context));
        }
    }

    /**
     * The client's address: the last one on the way that isn't a trusted proxy's. Null if it can't be told, which no address
     * is like.
     */
    @Nullable
    InetAddress address(Way way) {
        InetAddress address = way.nearest();
        List<String> hops = way.hops();
        for (int hop = hops.size() - 1; hop >= 0 && isTrusted(address); hop--) {
            address = AddressRange.address(hops.get(hop));
        }
        return address;
    }

    /** By what a client's budget is kept: the address; of IPv6, the network. */
    static String key(@Nullable InetAddress address) {
        return begin(address, BYTES_OF_A_NETWORK);
    }

    /** By what is counted what one client could do from many networks: the address; of IPv6, all that one may have. */
    static String region(@Nullable InetAddress address) {
        return begin(address, BYTES_OF_A_REGION);
    }

    private static String begin(@Nullable InetAddress address, int ofLong) {
        if (address == null) {
            return "";
        }
        byte[] bytes = address.getAddress();
        return Arrays.toString(bytes.length > 4 ? Arrays.copyOf(bytes, ofLong) : bytes);
    }

    /**
     * Whether a request was made on this machine, and passed on by nobody. Where others know the site, it can't be told: a proxy
     * on this machine may not write whose request it passes on.
     */
    boolean isLocal(Way way) {
        InetAddress nearest = way.nearest();
        return ofThisMachine
                && nearest != null
                && nearest.isLoopbackAddress()
                && way.hops().isEmpty();
    }

    /** Whether somebody passes on requests whose word doesn't count. */
    boolean isByUntrustedProxy(Way way) {
        return !isTrusted(way.nearest()) && !way.hops().isEmpty();
    }

    private static @Nullable InetAddress nearest(Context context) {
        return AddressRange.address(context.req().getRemoteAddr());
    }

    private boolean isTrusted(@Nullable InetAddress address) {
        return address != null && trusted.stream().anyMatch(range -> range.contains(address));
    }

    private static List<String> hops(Context context) {
        List<String> hops = new ArrayList<>();
        Collections.list(context.req().getHeaders(FORWARDED))
                .forEach(field ->
                        Arrays.stream(field.split(",", -1)).map(String::strip).forEach(hops::add));
        return hops;
    }
}
