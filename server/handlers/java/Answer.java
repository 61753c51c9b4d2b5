import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/** Reads responses. */
final class Answer {
  private Answer() {}

  /** Sends a request. */
  interface Send<T> {
    HttpResponse<T> send() throws IOException, InterruptedException;
  }

  /** The body, where it is a text. */
  static String bodyOf(HttpResponse<?> response) {
    return response.body() instanceof String ? (String) response.body() : "";
  }

  /** Whether a response is a failure that has this code, which may be a status. */
  static boolean failedWith(HttpResponse<?> response, String code) {
    if (response.statusCode() < 400) {
      return false;
    }
    boolean isNumber = code.matches("\\d+");
    String before = isNumber ? "\"code\"\\s*:\\s*\"?" : "(?<![\\w.-])";
    Pattern said = Pattern.compile(before + Pattern.quote(code) + "(?![\\w.-])");
    return code.equals(String.valueOf(response.statusCode()))
        || said.matcher(bodyOf(response)).find();
  }
}
