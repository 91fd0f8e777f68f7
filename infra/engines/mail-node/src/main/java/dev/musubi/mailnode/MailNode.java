package dev.musubi.mailnode;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Starts the SMTP server and the reader's pages. */
public final class MailNode {
  private static final String LOOPBACK = "127.0.0.1";

  private MailNode() {}

  /**
   * Takes the SMTP port, the port of the pages, the folder in which mails are kept, and the address
   * to listen on: the loopback address unless it is named. Whoever reaches the pages reads all
   * mails.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    var address = args.length > 3 ? args[3] : LOOPBACK;
    var box = new MailBox(Path.of(args[2]));
    var server =
        new GreenMail(
            new ServerSetup(Integer.parseInt(args[0]), address, ServerSetup.PROTOCOL_SMTP));
    var users = server.getUserManager();
    var everyone = users.getImapHostManager();
    GreenMailUser keeper = createUser(server);
    users.setMessageDeliveryHandler(
        (message, recipient) -> {
          box.keep(message.getMessage(), recipient.getEmail());
          empty(everyone, keeper);
          return keeper;
        });
    server.start();
    MailPages.start(address, Integer.parseInt(args[1]), box);
    new CountDownLatch(1).await();
  }

  /** The file is the mailbox; what the library holds in memory would only grow. */
  private static void empty(ImapHostManager folders, GreenMailUser keeper)
      throws MessagingException {
    try {
      folders.getInbox(keeper).deleteAllMessages();
    } catch (FolderException failure) {
      throw new MessagingException("The mailbox in memory cannot be emptied.", failure);
    }
  }

  private static GreenMailUser createUser(GreenMail server) {
    return server.setUser("everyone@localhost", "everyone", "");
  }
}
