/** Reads a result or an error. */
async function readAnswer(outcome) {
  const outer = Object(outcome);
  const http = outer.response ?? outer;
  const codes = [http.status, http.statusCode, outer.code].map(Number);
  const status = codes.find((code) => code >= 100 && code < 600);
  const headers = http.headers ?? outer.headers;
  const header = (name) =>
    String(headers?.get?.(name) ?? headers?.[name] ?? '');
  let body = '';
  // Of a success only 202 says more: whether the write is confirmed.
  if (status !== 202 && (status ?? 0) < 400) return { status, body, header };
  try {
    const data = http.data ?? http.body ?? outer.data ?? '';
    body = await textOfBody(http, data);
  } catch {
    // The body may be used up.
  }
  return { status, body, header };
}

/** Whether an answer is a failure that has this code, which may be a status. */
function failedWith({ status = 0, body }, code) {
  if (status < 400) return false;
  if (!/^\d+$/.test(code)) return body.split(/[^\w.-]+/).includes(code);
  return status === Number(code) || readCodes(body).includes(code);
}

function readCodes(body) {
  return [...body.matchAll(/"code\\?"\s*:\s*\\?"?(\d+)/g)].map(
    (found) => found[1],
  );
}

/**
 * The text of a body, which the caller can read all the same.
 *
 * @param {any} http
 * @param {any} data
 */
async function textOfBody(http, data) {
  if (http.clone) return http.clone().text();
  const isStream = typeof data.dump === 'function';
  if (!isStream) return typeof data === 'string' ? data : JSON.stringify(data);
  // Of undici, whose bodies are read once: the caller gets another of its class.
  const bytes = new Uint8Array(await data.arrayBuffer());
  const Same = data.constructor;
  const copy = new Same({ resume: () => {}, abort: () => {} });
  copy.push(bytes);
  copy.push(null);
  http.body = copy;
  return new TextDecoder().decode(bytes);
}
