import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What a server answered. A header that is absent is null, a body that is no text is empty. */
record Answer(int status, UnaryOperator<String> header, String body) {
  /** Whether it is a failure that has this code, which may be a status. */
  boolean failedWith(String code) {
    if (status < 400) {
      return false;
    }
    String before = code.matches("\\d+") ? "\"code\"\\s*:\\s*\"?" : "(?<![\\w.-])";
    Pattern said = Pattern.compile(before + Pattern.quote(code) + "(?![\\w.-])");
    return code.equals(String.valueOf(status)) || said.matcher(body).find();
  }

  /** Whether nobody knows if a write happened. */
  boolean isUnsure() {
    Pattern unconfirmed = Pattern.compile("x_write_(?:ambiguous|unconfirmed)");
    return status >= 500 || unconfirmed.matcher(body).find();
  }
}
