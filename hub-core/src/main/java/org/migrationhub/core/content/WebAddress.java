package org.migrationhub.core.content;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which addresses a reader may be sent to: absolute ones of http and https that name a host and no user. */
final class WebAddress {

    private static final Pattern HOST_AND_PORT = Pattern.compile("([^:\\[\\]@]+|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?");
    private static final int HIGHEST_PORT = 65_535;

    /** Far beyond what a field may hold: encoding a longer name of a host takes its time. */
    private static final int LONGEST = 4_000;

    private WebAddress() {}

    static boolean isValid(String address) {
        return address.length() <= LONGEST && isComplete(address);
    }

    private static boolean isComplete(String address) {
        try {
            URI uri = new URI(address);
            return isWeb(uri.getScheme()) && isHost(uri.getRawAuthority());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isWeb(@Nullable String scheme) {
        return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    }

    private static boolean isHost(@Nullable String authority) {
        if (authority == null) {
            return false;
        }
        Matcher parts = HOST_AND_PORT.matcher(authority);
        return parts.matches() && isPort(parts.group(2)) && isName(parts.group(1));
    }

    private static boolean isPort(@Nullable String port) {
        return port == null || (Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= HIGHEST_PORT);
    }

    /** Names in any script are welcome: java.net.URI by itself knows those of ASCII only. */
    private static boolean isName(String host) {
        try {
            String ascii = host.startsWith("[") ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
            return new URI("http", ascii, null, null).parseServerAuthority().getHost() != null;
        } catch (IllegalArgumentException | URISyntaxException e) {
            return false;
        }
    }
}
