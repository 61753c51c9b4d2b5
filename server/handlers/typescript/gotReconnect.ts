type GotStreamCall = (signal: AbortSignal) => Readable;

/**
 * Opens a stream of lines as `got.stream` does, and again when it drops, ends
 * or falls silent. The stream goes on over all connections, in whole lines, as
 * they come; a line that is torn is left out. Where a new connection cannot
 * help (4xx, a usage cap), it fails with the last error.
 */
function gotWithReconnect(call: GotStreamCall, options: ReconnectOptions) {
  const left = new AbortController();
  const own = left.signal;
  const { signal } = options;
  const ended = signal ? AbortSignal.any([signal, own]) : own;
  let answer: unknown;
  let refusal: unknown;
  const connect = (connection: AbortSignal) => {
    refusal = undefined;
    return new Promise<Response>((resolve, reject) => {
      const stream = call(connection);
      stream.once('response', (response: NodeAnswer) => {
        answer = response;
        resolve(asResponse(response, stream));
      });
      stream.once('error', (error: Error & { response?: NodeAnswer }) => {
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
    if (refusal !== undefined) throw refusal as Error;
    return response;
  };
  const opened = open();
  const whole = asReadable(opened, left);
  opened.then(
    () => whole.emit('response', answer),
    (error: unknown) => whole.destroy(error as Error),
  );
  return whole;
}
