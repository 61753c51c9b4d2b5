import java.io.IOException;
import okhttp3.Response;

/** Takes what an earlier attempt has done already as a success. */
final class OkHttpAlreadyDone {
  private OkHttpAlreadyDone() {}

  /**
   * Executes. A failure with the code comes back with status 200 and its body as it came. All else
   * is passed on as it came.
   */
  static Response execute(OkHttpAnswer.Execute call, String code) throws IOException {
    Response response = call.execute();
    if (response.isSuccessful() || !OkHttpAnswer.of(response).failedWith(code)) {
      return response;
    }
    System.getLogger(OkHttpAlreadyDone.class.getName())
        .log(System.Logger.Level.WARNING, "Code " + code + ": it is done already");
    return response.newBuilder().code(200).message("OK").build();
  }
}
