import java.io.IOException;
import okhttp3.Response;

/** Reads responses of OkHttp. */
final class OkHttpAnswer {
  private OkHttpAnswer() {}

  /** Executes a call. */
  interface Execute {
    Response execute() throws IOException;
  }

  /** With the beginning of the body, which the caller reads all the same. */
  static Answer of(Response response) throws IOException {
    return new Answer(response.code(), response::header, response.peekBody(64 << 10).string());
  }
}
