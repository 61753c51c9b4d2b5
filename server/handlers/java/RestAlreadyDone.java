import org.springframework.web.client.HttpStatusCodeException;

/** Takes what an earlier attempt has done already as a success. */
final class RestAlreadyDone {
  private RestAlreadyDone() {}

  /** Calls. A failure with the code counts as a success. All else is passed on as it came. */
  static void call(Runnable request, String code) {
    try {
      request.run();
    } catch (HttpStatusCodeException e) {
      if (!RestAnswer.of(e).failedWith(code)) {
        throw e;
      }
      System.getLogger(RestAlreadyDone.class.getName())
          .log(System.Logger.Level.WARNING, "Code " + code + ": it is done already");
    }
  }
}
