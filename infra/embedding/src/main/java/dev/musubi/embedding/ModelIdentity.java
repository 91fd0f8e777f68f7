package dev.musubi.embedding;

/**
 * What made a vector. Vectors of two identities are never compared.
 *
 * @param name of the model, for people
 * @param fingerprint SHA-256 in hexadecimal of what makes its vectors, or what the endpoint calls
 *     its model
 * @param dimensions length of every vector
 */
public record ModelIdentity(String name, String fingerprint, int dimensions) {

  /** A short key for tables and index names: letters, digits and hyphens. */
  public String key() {
    String safe = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return safe
        + "-"
        + fingerprint
            .replaceAll("[^A-Za-z0-9]", "")
            .toLowerCase(java.util.Locale.ROOT)
            .substring(0, 8);
  }
}
