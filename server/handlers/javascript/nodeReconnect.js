/**
 * Opens a stream of lines as axios and undici do, and again when it drops, ends
 * or falls silent. The `data` or `body` of the result goes on over all
 * connections, in whole lines, as they come; a line that is torn is left out.
 * Where a new connection cannot help (4xx, a usage cap), the last result or
 * error is passed on as it came, or the stream fails. The options are those of
 * `withReconnect`.
 *
 * @template T
 * @param {(signal: AbortSignal) => Promise<T>} call
 * @param {Parameters<typeof withReconnect>[1]} options
 * @returns {Promise<T>}
 */
async function withNodeReconnect(call, options) {
  const left = new AbortController();
  const own = left.signal;
  const { signal } = options;
  const ended = signal ? AbortSignal.any([signal, own]) : own;
  let last;
  const connect = async (connection) => {
    last = call(connection);
    const answer = await last.catch(readRefusal);
    const { status, statusCode, data, body } = answer;
    const stream = data ?? body;
    const isOpen = Math.trunc((status ?? statusCode ?? 0) / 100) === 2;
    return asResponse(
      answer,
      isOpen && stream ? stream : await keepText(answer),
    );
  };
  const response = await withReconnect(connect, { ...options, signal: ended });
  const result = await last;
  if (!response.ok || !response.body) return result;
  const whole = asReadable(Promise.resolve(response), left);
  const key = result.data ? 'data' : 'body';
  Object.assign(result, { [key]: whole });
  return result;
}

/** The answer in an error of axios, which takes a refusal for one. */
function readRefusal(error) {
  const { response } = Object(error);
  if (response) return response;
  throw error;
}

/** The text of a refusal, which the caller can read all the same. */
async function keepText(answer) {
  const { data, body } = answer;
  if (body) return textOfBody(answer, body);
  if (!data) return '';
  const chunks = [];
  for await (const chunk of data) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  answer.data = Readable.from([bytes]);
  return bytes.toString();
}
