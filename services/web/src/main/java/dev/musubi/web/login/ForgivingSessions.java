package dev.musubi.web.login;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.serializer.SerializationException;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions that are away do not close the house: when Redis does not answer, or holds what this
 * version cannot read, the visitor is a stranger for the moment and still reads the public pages.
 * Writing a session never fails silently: a login that cannot be kept is an error.
 */
final class ForgivingSessions<S extends Session> implements SessionRepository<S> {
  private static final Logger LOG = LoggerFactory.getLogger(ForgivingSessions.class);

  private final SessionRepository<S> sessions;

  ForgivingSessions(SessionRepository<S> sessions) {
    this.sessions = sessions;
  }

  @Override
  public S createSession() {
    return sessions.createSession();
  }

  @Override
  public void save(S session) {
    sessions.save(session);
  }

  @Override
  public @Nullable S findById(String id) {
    try {
      return sessions.findById(id);
    } catch (DataAccessException away) {
      LOG.warn("sessions are away: {}", away.toString());
      return null;
    } catch (SerializationException unreadable) {
      LOG.warn("a session of another version was dropped: {}", unreadable.getMessage());
      return null;
    }
  }

  @Override
  public void deleteById(String id) {
    sessions.deleteById(id);
  }
}
