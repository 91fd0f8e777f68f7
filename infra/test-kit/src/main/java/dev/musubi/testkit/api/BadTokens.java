package dev.musubi.testkit.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Tokens that somebody without our key can make of one that is good. */
final class BadTokens {
  private BadTokens() {}

  /** By what is wrong with them. */
  static Map<String, String> of(String good) {
    try {
      SignedJWT token = SignedJWT.parse(good);
      String[] parts = good.split("\\.");
      Map<String, String> bad = new LinkedHashMap<>();
      bad.put("garbage", "abc.def.ghi");
      bad.put("cut off", good.substring(0, good.length() - 20));
      bad.put("unsigned", parts[0] + "." + parts[1] + ".");
      bad.put("algorithm none", encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".");
      bad.put("other claims", parts[0] + "." + changed(token) + "." + parts[2]);
      bad.put("other key", signed(token, JWSAlgorithm.RS256, otherKey(token)));
      bad.put("symmetric", signed(token, JWSAlgorithm.HS256, symmetric(token)));
      return bad;
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JWSSigner otherKey(SignedJWT token) throws JOSEException {
    return new RSASSASigner(
        new RSAKeyGenerator(2048).keyID(token.getHeader().getKeyID()).generate());
  }

  /** Signed by what everybody may read, should a service take it for a shared secret. */
  private static JWSSigner symmetric(SignedJWT token) throws JOSEException {
    String known = token.getHeader().getKeyID() + "-padded-to-be-long-enough-for-the-algorithm";
    return new MACSigner(known.getBytes(StandardCharsets.UTF_8));
  }

  private static String signed(SignedJWT token, JWSAlgorithm algorithm, JWSSigner signer)
      throws ParseException, JOSEException {
    SignedJWT forged =
        new SignedJWT(
            new JWSHeader.Builder(algorithm).keyID(token.getHeader().getKeyID()).build(),
            token.getJWTClaimsSet());
    forged.sign(signer);
    return forged.serialize();
  }

  private static String changed(SignedJWT token) throws ParseException {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder(token.getJWTClaimsSet())
            .claim("org", UUID.randomUUID().toString())
            .build();
    return encoded(claims.toString());
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
