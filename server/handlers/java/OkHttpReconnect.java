import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;

/**
 * Opens streams of lines with OkHttp. One that drops, ends or falls silent is opened again, after
 * the wait that the server asks for; the body of the response goes on, in whole lines, as they
 * come, and one that is torn is left out. Where a new connection cannot help (4xx, a usage cap),
 * the response is the last one, or reading throws an exception. Interrupting the thread ends a
 * wait.
 */
final class OkHttpReconnect extends Reconnection {
  /** Changes settings: {@code new OkHttpReconnect().with(r -> r.retries = 5).execute(...)}. */
  OkHttpReconnect with(Consumer<OkHttpReconnect> settings) {
    settings.accept(this);
    return this;
  }

  /** Opens a stream. A limit of the client for calls as a whole does not count. */
  Response execute(OkHttpClient client, Request request) throws IOException {
    OkHttpClient patient =
        client.newBuilder().readTimeout(silence).callTimeout(Duration.ZERO).build();
    Lines<Response> lines =
        new Lines<>(
            () -> {
              Response response = patient.newCall(request).execute();
              InputStream body = response.body().byteStream();
              return new Connection<>(response, response.code(), response::header, body);
            });
    Connection<Response> first;
    try {
      first = lines.open();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the wait was interrupted");
    }
    byte[] refusal = lines.refusal.getBytes(StandardCharsets.UTF_8);
    boolean isRefused = first.status() >= 300;
    InputStream body = isRefused ? new ByteArrayInputStream(refusal) : new LineStream(lines);
    Response response = first.response();
    return response.newBuilder().body(new Body(response.body().contentType(), body)).build();
  }

  /** The lines of all connections as a body. */
  private static final class Body extends ResponseBody {
    private final MediaType type;
    private final BufferedSource source;

    Body(MediaType type, InputStream stream) {
      this.type = type;
      source = Okio.buffer(Okio.source(stream));
    }

    @Override
    public MediaType contentType() {
      return type;
    }

    @Override
    public long contentLength() {
      return -1;
    }

    @Override
    public BufferedSource source() {
      return source;
    }
  }

  /** The lines of all connections, with their ends. */
  private static final class LineStream extends InputStream {
    private final Lines<?> lines;
    private InputStream line = InputStream.nullInputStream();

    LineStream(Lines<?> lines) {
      this.lines = lines;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = line.read(buffer, offset, length);
      if (count >= 0 || length == 0) {
        return count;
      }
      try {
        line = new ByteArrayInputStream((lines.next() + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      return line.read(buffer, offset, length);
    }

    @Override
    public void close() {
      lines.close();
    }
  }
}
