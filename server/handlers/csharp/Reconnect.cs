using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Runtime.ExceptionServices;
using System.Security.Authentication;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Opens streams of lines that go on over all connections.</summary>
internal static class Reconnect
{
    /// <summary>
    /// Opens a stream, and again when it drops, ends or falls silent, after the wait that the server asks for. The
    /// content of the response goes on, in whole lines, as they come; a line that is torn is left out. Where a new
    /// connection cannot help (4xx, a usage cap), the response is the last one, or reading fails. All times are seconds.
    /// </summary>
    /// <param name="send">Sends a new request; its token ends the connection.</param>
    /// <param name="silence">A connection without a byte, a keep-alive either, is dead after this.</param>
    /// <param name="retries">Connections in a row that may fail, or end before they are healthy.</param>
    /// <param name="totalTime">How long there may be none that is healthy.</param>
    /// <param name="healthy">A connection is healthy when it has lasted this long.</param>
    /// <param name="maxWait">When the server asks for a longer wait, the stream ends.</param>
    /// <param name="dropDelay">After a drop: min(16, dropDelay * n) + random(0, jitter), n from 0.</param>
    /// <param name="baseDelay">After a refusal: min(cap, baseDelay * 2^n) + random(0, jitter).</param>
    /// <param name="onReconnect">Gets attempt, delay and cause instead of the log.</param>
    /// <param name="cancellationToken">Ends the stream or the wait.</param>
    public static async Task<HttpResponseMessage> SendAsync(
        Func<CancellationToken, Task<HttpResponseMessage>> send,
        double silence,
        int retries = 10,
        double totalTime = 1800,
        double healthy = 60,
        double maxWait = 900,
        double dropDelay = 0.25,
        double baseDelay = 5,
        double cap = 320,
        double jitter = 1,
        Action<int, double, string> onReconnect = null,
        CancellationToken cancellationToken = default(CancellationToken))
    {
        var random = new Random();
        var failures = 0;
        var since = DateTime.UtcNow;
        var lines = new Lines
        {
            Send = send,
            Silence = TimeSpan.FromSeconds(silence),
            Token = cancellationToken,
        };
        lines.Pause = async (cause, status, asked) =>
        {
            if (lines.Opened.HasValue && (DateTime.UtcNow - lines.Opened.Value).TotalSeconds >= healthy)
            {
                failures = 0;
            }

            lines.Opened = null;
            since = failures == 0 ? DateTime.UtcNow : since;
            var refused = Math.Min(cap, baseDelay * Math.Pow(2, failures));
            var backoff = status == 0 ? Math.Min(16, dropDelay * failures) : refused;
            var delay = (asked > 0 ? asked : backoff) + jitter * random.NextDouble();
            if (asked > maxWait)
            {
                var reset = DateTime.UtcNow.AddSeconds(asked);
                Console.Error.WriteLine($"No stream: the server asks to wait until {reset:s}Z");
                return false;
            }

            if (failures >= retries || DateTime.UtcNow.AddSeconds(delay) > since.AddSeconds(totalTime))
            {
                return false;
            }

            failures++;
            (onReconnect ?? LogReconnect)(failures, delay, cause);
            await Task.Delay(TimeSpan.FromSeconds(delay), cancellationToken).ConfigureAwait(false);
            return true;
        };
        var response = await lines.OpenAsync().ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            response.Content = new LineContent(lines, response.Content.Headers);
        }

        return response;
    }

    private static void LogReconnect(int attempt, double delay, string cause)
    {
        Console.Error.WriteLine($"Reconnect {attempt} in {delay:0.0} s: {cause}");
    }

    /// <summary>Whether a connection was not made or was lost.</summary>
    private static bool IsDrop(Exception e)
    {
        return e is IOException
            || e is WebException
            || e is OperationCanceledException
            || e is ObjectDisposedException
            || (e is HttpRequestException && !(e.InnerException is AuthenticationException));
    }

    /// <summary>Whether no new connection helps: most 4xx, and caps of a day or a month.</summary>
    private static bool IsFinal(int status, string body)
    {
        var passes = status >= 500 || status == 408 || status == 425 || status == 429;
        var caps = "usage.?cap|usage_limit_reached|x_daily_limit|insufficient_quota";
        return !passes || Regex.IsMatch(body, caps, RegexOptions.IgnoreCase);
    }

    /// <summary>The wait in seconds that the server asks for; 0 when it asks for none.</summary>
    private static double AskedWait(HttpResponseMessage response, string body)
    {
        var headers = response.Headers;
        var asked = Header(headers, "Retry-After");
        // With too many connections open no limit is used up: the old one is gone in a moment.
        if (asked == null && (int)response.StatusCode == 429 && !body.Contains("TooManyConnections"))
        {
            // X says in these headers which of its limits is used up.
            var limits = new[] { "x-app-limit-24hour", "x-user-limit-24hour" };
            var daily = limits.FirstOrDefault(name => Header(headers, name + "-remaining") == "0");
            asked = Header(headers, (daily ?? "x-rate-limit") + "-reset") ?? Header(headers, "ratelimit-reset");
        }

        asked = asked ?? Regex.Match(body, "\"retryAfter\":\\s*(\\d+)").Groups[1].Value;
        // A date, a moment in epoch seconds, or a delay in seconds. Moments are by the clock of the server.
        var now = ParseDate(Header(headers, "Date")) ?? DateTimeOffset.UtcNow;
        double seconds;
        if (!double.TryParse(asked, NumberStyles.Float, CultureInfo.InvariantCulture, out seconds))
        {
            seconds = ((ParseDate(asked) ?? now) - now).TotalSeconds;
        }
        else if (seconds > 1e9)
        {
            seconds -= now.ToUnixTimeSeconds();
        }

        return seconds > 0 ? Math.Min(seconds, 1e9) : 0;
    }

    private static string Header(HttpHeaders headers, string name)
    {
        return headers.Where(header => name.Equals(header.Key, StringComparison.OrdinalIgnoreCase))
            .SelectMany(header => header.Value)
            .FirstOrDefault();
    }

    private static DateTimeOffset? ParseDate(string text)
    {
        DateTimeOffset date;
        return DateTimeOffset.TryParseExact(
            text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date)
            ? date
            : (DateTimeOffset?)null;
    }

    /// <summary>The lines of a stream, over as many connections as that takes.</summary>
    private sealed class Lines : Stream
    {
        private readonly List<byte> torn = new List<byte>();
        private CancellationTokenSource connection = new CancellationTokenSource();
        private Stream body = Stream.Null;
        private byte[] whole = new byte[0];
        private int read;

        public Func<CancellationToken, Task<HttpResponseMessage>> Send { get; set; }

        public Func<string, int, double, Task<bool>> Pause { get; set; }

        public TimeSpan Silence { get; set; }

        public CancellationToken Token { get; set; }

        /// <summary>When the connection at hand was made.</summary>
        public DateTime? Opened { get; set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        /// <summary>Connects until that succeeds or fails for good.</summary>
        public async Task<HttpResponseMessage> OpenAsync()
        {
            for (; ; )
            {
                connection = CancellationTokenSource.CreateLinkedTokenSource(Token);
                HttpResponseMessage response = null;
                ExceptionDispatchInfo lost = null;
                var cause = "";
                var asked = 0.0;
                try
                {
                    response = await InTime(Send(connection.Token)).ConfigureAwait(false);
                    if (response.IsSuccessStatusCode)
                    {
                        body = await InTime(response.Content.ReadAsStreamAsync()).ConfigureAwait(false);
                        Opened = DateTime.UtcNow;
                        return response;
                    }

                    // Reading buffers the body, so the caller can read it again.
                    var text = await InTime(response.Content.ReadAsStringAsync()).ConfigureAwait(false);
                    if (IsFinal((int)response.StatusCode, text))
                    {
                        return response;
                    }

                    cause = $"HTTP {(int)response.StatusCode}";
                    asked = AskedWait(response, text);
                }
                catch (Exception e) when (IsDrop(e) && !Token.IsCancellationRequested)
                {
                    lost = ExceptionDispatchInfo.Capture(e);
                    cause = e.Message;
                }

                var status = lost == null ? (int)response.StatusCode : 0;
                if (!await Pause(cause, status, asked).ConfigureAwait(false))
                {
                    lost?.Throw();
                    return response;
                }

                response?.Dispose();
            }
        }

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken token)
        {
            while (read == whole.Length)
            {
                await FillAsync().ConfigureAwait(false);
            }

            var taken = Math.Min(count, whole.Length - read);
            Array.Copy(whole, read, buffer, offset, taken);
            read += taken;
            return taken;
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            return ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin)
        {
            throw new NotSupportedException();
        }

        public override void SetLength(long value)
        {
            throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            throw new NotSupportedException();
        }

        protected override void Dispose(bool disposing)
        {
            connection.Cancel();
            body.Dispose();
            base.Dispose(disposing);
        }

        /// <summary>Reads what has come, and opens the stream again when it was lost.</summary>
        private async Task FillAsync()
        {
            var buffer = new byte[4096];
            Exception lost = new IOException("the server ended the stream");
            try
            {
                var count = await InTime(body.ReadAsync(buffer, 0, buffer.Length)).ConfigureAwait(false);
                torn.AddRange(buffer.Take(count));
                var end = torn.LastIndexOf((byte)'\n') + 1;
                whole = torn.GetRange(0, end).ToArray();
                torn.RemoveRange(0, end);
                read = 0;
                if (count > 0)
                {
                    return;
                }
            }
            catch (Exception e) when (IsDrop(e) && !Token.IsCancellationRequested)
            {
                lost = e;
            }

            torn.Clear();
            connection.Cancel();
            body.Dispose();
            if (!await Pause(lost.Message, 0, 0).ConfigureAwait(false))
            {
                throw new HttpRequestException("The stream is lost", lost);
            }

            var response = await OpenAsync().ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                var text = await response.Content.ReadAsStringAsync().ConfigureAwait(false);
                throw new HttpRequestException($"The stream ended: HTTP {(int)response.StatusCode} {text}");
            }
        }

        /// <summary>What a task gives, unless the connection is silent for too long before.</summary>
        private async Task<T> InTime<T>(Task<T> task)
        {
            using (var timer = CancellationTokenSource.CreateLinkedTokenSource(Token))
            {
                var late = Task.Delay(Silence, timer.Token);
                var first = await Task.WhenAny(task, late).ConfigureAwait(false);
                timer.Cancel();
                if (first == task)
                {
                    return await task.ConfigureAwait(false);
                }
            }

            connection.Cancel();
            // Nobody waits for it any more, but its exception has to be seen.
            _ = task.ContinueWith(ended => ended.Exception, TaskScheduler.Default);
            Token.ThrowIfCancellationRequested();
            throw new IOException("nothing came in time");
        }
    }

    /// <summary>A content that is read from a stream as it comes.</summary>
    private sealed class LineContent : HttpContent
    {
        private readonly Stream lines;

        public LineContent(Stream lines, HttpContentHeaders headers)
        {
            this.lines = lines;
            foreach (var header in headers)
            {
                Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        protected override Task<Stream> CreateContentReadStreamAsync()
        {
            return Task.FromResult(lines);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext context)
        {
            return lines.CopyToAsync(stream);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            lines.Dispose();
            base.Dispose(disposing);
        }
    }
}
