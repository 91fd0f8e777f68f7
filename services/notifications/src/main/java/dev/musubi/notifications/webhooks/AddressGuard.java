package dev.musubi.notifications.webhooks;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses a webhook may reach: public ones, and those of configured networks. Asked with
 * the very addresses to which the connection then goes, so a name that changes its address between
 * two questions (DNS rebinding) gains nothing. The ranges are those of the IANA registries of
 * special purpose addresses (RFC 6890 and its successors).
 */
public final class AddressGuard {
  private static final List<Network> CLOSED =
      List.of(
          Network.parse("0.0.0.0/8"),
          Network.parse("10.0.0.0/8"),
          Network.parse("100.64.0.0/10"),
          Network.parse("127.0.0.0/8"),
          Network.parse("169.254.0.0/16"),
          Network.parse("172.16.0.0/12"),
          Network.parse("192.0.0.0/24"),
          Network.parse("192.0.2.0/24"),
          Network.parse("192.88.99.0/24"),
          Network.parse("192.168.0.0/16"),
          Network.parse("198.18.0.0/15"),
          Network.parse("198.51.100.0/24"),
          Network.parse("203.0.113.0/24"),
          Network.parse("224.0.0.0/4"),
          Network.parse("240.0.0.0/4"));

  /** Everything in use on the public Internet lies in 2000::/3; these parts of it do not. */
  private static final Network GLOBAL = Network.parse("2000::/3");

  private static final List<Network> CLOSED_6 =
      List.of(
          Network.parse("2001::/23"),
          Network.parse("2001:db8::/32"),
          Network.parse("2002::/16"),
          Network.parse("3fff::/20"));

  private final List<Network> allowed;

  /**
   * Public addresses and these networks.
   *
   * @param allowed in CIDR form
   */
  public AddressGuard(List<String> allowed) {
    this.allowed = allowed.stream().map(Network::parse).toList();
  }

  /** Whether a connection to the address may be opened. */
  public boolean permits(InetAddress address) {
    if (allowed.stream().anyMatch(network -> network.contains(address))) {
      return true;
    }
    return switch (address) {
      case Inet4Address four -> CLOSED.stream().noneMatch(network -> network.contains(four));
      case Inet6Address six ->
          GLOBAL.contains(six) && CLOSED_6.stream().noneMatch(network -> network.contains(six));
      default -> false;
    };
  }

  /**
   * A network.
   *
   * @param bits how many of the first bits are its own
   */
  private record Network(byte[] address, int bits) {
    static Network parse(String cidr) {
      int slash = cidr.indexOf('/');
      String literal = slash < 0 ? cidr : cidr.substring(0, slash);
      if (!literal.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
        throw new IllegalArgumentException("not a network in CIDR form: " + cidr);
      }
      try {
        byte[] address = InetAddress.getByName(literal).getAddress();
        int bits = slash < 0 ? address.length * 8 : Integer.parseInt(cidr.substring(slash + 1));
        if (bits < 0 || bits > address.length * 8) {
          throw new IllegalArgumentException("not a network in CIDR form: " + cidr);
        }
        return new Network(address, bits);
      } catch (UnknownHostException | NumberFormatException malformed) {
        throw new IllegalArgumentException("not a network in CIDR form: " + cidr, malformed);
      }
    }

    boolean contains(InetAddress other) {
      byte[] bytes = other.getAddress();
      if (bytes.length != address.length) {
        return false;
      }
      int whole = bits / 8;
      if (!Arrays.equals(bytes, 0, whole, address, 0, whole)) {
        return false;
      }
      int rest = bits % 8;
      int mask = 0xff << (8 - rest) & 0xff;
      return rest == 0 || (bytes[whole] & mask) == (address[whole] & mask);
    }
  }
}
