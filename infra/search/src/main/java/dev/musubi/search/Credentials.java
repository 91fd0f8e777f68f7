package dev.musubi.search;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;

/** User and password that stand in the address, as the client wants them. */
final class Credentials {
  private Credentials() {}

  static URI strip(URI address) {
    try {
      return new URI(
          address.getScheme(), null, address.getHost(), address.getPort(), "", null, null);
    } catch (URISyntaxException wrong) {
      throw new IllegalArgumentException("The address of Elasticsearch cannot be read.", wrong);
    }
  }

  static Header[] headers(URI address) {
    var user = address.getUserInfo();
    if (user == null) {
      return new Header[0];
    }
    var encoded = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    return new Header[] {new BasicHeader("Authorization", "Basic " + encoded)};
  }
}
