/**
 * Opens a stream of lines as `got.stream` does, and again when it drops, ends
 * or falls silent. The stream goes on over all connections, in whole lines, as
 * they come; a line that is torn is left out. Where a new connection cannot
 * help (4xx, a usage cap), it fails with the last error. The options are those
 * of `withReconnect`.
 *
 * @param {(signal: AbortSignal) => Readable} call
 * @param {Parameters<typeof withReconnect>[1]} options
 * @returns {Readable}
 */
function gotWithReconnect(call, options) {
  const left = new AbortController();
  const own = left.signal;
  const { signal } = options;
  const ended = signal ? AbortSignal.any([signal, own]) : own;
  let answer;
  let refusal;
  const connect = (connection) => {
    refusal = undefined;
    return new Promise((resolve, reject) => {
      const stream = call(connection);
      stream.once('response', (response) => {
        answer = response;
        resolve(asResponse(response, stream));
      });
      stream.once('error', (error) => {
        const { name, response } = error;
        if (name !== 'HTTPError' || !response) {
          reject(error);
          return;
        }
        refusal = error;
        resolve(asResponse(response, String(response.body)));
      });
    });
  };
  const open = async () => {
    const response = await withReconnect(connect, {
      ...options,
      signal: ended,
    });
    if (refusal !== undefined) throw refusal;
    return response;
  };
  const opened = open();
  const whole = asReadable(opened, left);
  opened.then(
    () => whole.emit('response', answer),
    (error) => whole.destroy(error),
  );
  return whole;
}
