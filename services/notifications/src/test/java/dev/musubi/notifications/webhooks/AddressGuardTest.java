package dev.musubi.notifications.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressGuardTest {
  private final AddressGuard guard = new AddressGuard(List.of());

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.1", "2606:4700::1111"})
  void public_addresses_may_be_called(String literal) throws UnknownHostException {
    assertThat(guard.permits(InetAddress.getByName(literal))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "198.18.0.1",
        "192.0.2.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2001:db8::1",
        "2001::1",
        "fec0::1"
      })
  void everything_else_may_not(String literal) throws UnknownHostException {
    assertThat(guard.permits(InetAddress.getByName(literal))).isFalse();
  }

  @Test
  void configured_networks_may_be_called_although_they_are_private() throws UnknownHostException {
    AddressGuard open = new AddressGuard(List.of("10.20.0.0/15", "127.0.0.1"));
    assertThat(open.permits(InetAddress.getByName("10.21.9.9"))).isTrue();
    assertThat(open.permits(InetAddress.getByName("127.0.0.1"))).isTrue();
    assertThat(open.permits(InetAddress.getByName("10.22.0.1"))).isFalse();
    assertThat(open.permits(InetAddress.getByName("127.0.0.2"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.org/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x"})
  void network_that_is_none_stops_the_start(String text) {
    assertThatThrownBy(() -> new AddressGuard(List.of(text)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/",
        "ftp://example.org/",
        "https://",
        "https:///x",
        "javascript:alert(1)",
        "https://user:pw@example.org/",
        "https://example.org/#x",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://10.0.0.1:8443/",
        "not an address"
      })
  void webhook_addresses_that_cannot_be_meant_are_refused_at_once(String text) {
    assertThat(new WebhookAddress(false, guard).wrong(text)).isPresent();
  }

  @Test
  void https_names_are_taken_and_plain_http_only_in_demonstrations() {
    assertThat(new WebhookAddress(false, guard).wrong("https://hooks.example.org/a?b=c")).isEmpty();
    assertThat(new WebhookAddress(true, guard).wrong("http://hooks.example.org/")).isEmpty();
  }
}
