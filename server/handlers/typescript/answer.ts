/** What is read of the results and errors of fetch, axios, got, and others. */
interface HttpAnswer {
  name?: unknown;
  status?: number;
  statusCode?: number;
  code?: number | string;
  headers?: { get?: (name: string) => unknown; [name: string]: unknown };
  data?: unknown;
  body?: unknown;
  clone?: () => { text: () => Promise<string> };
  response?: HttpAnswer;
}

type AnswerCall<T> = () => PromiseLike<T>;

/** What an answer says. Without a status, the server did not answer. */
interface AnswerText {
  status: number | undefined;
  body: string;
  header: (name: string) => string;
}

/** Reads a result or an error. */
async function readAnswer(outcome: unknown): Promise<AnswerText> {
  const outer = Object(outcome) as HttpAnswer;
  const http = outer.response ?? outer;
  const codes = [http.status, http.statusCode, outer.code].map(Number);
  const status = codes.find((code) => code >= 100 && code < 600);
  const headers = http.headers ?? outer.headers;
  const header = (name: string) =>
    String((headers?.get?.(name) ?? headers?.[name] ?? '') as string);
  let body = '';
  // Of a success only 202 says more: whether the write is confirmed.
  if (status !== 202 && (status ?? 0) < 400) return { status, body, header };
  try {
    const data = http.data ?? http.body ?? outer.data ?? '';
    body = await textOfBody(http, data as BodyStream);
  } catch {
    // The body may be used up.
  }
  return { status, body, header };
}

/** Whether an answer is a failure that has this code, which may be a status. */
function failedWith({ status = 0, body }: AnswerText, code: string) {
  if (status < 400) return false;
  if (!/^\d+$/.test(code)) return body.split(/[^\w.-]+/).includes(code);
  return status === Number(code) || readCodes(body).includes(code);
}

function readCodes(body: string) {
  return [...body.matchAll(/"code\\?"\s*:\s*\\?"?(\d+)/g)].map(
    (found) => found[1],
  );
}

/** A body that can be read once. */
interface BodyStream {
  dump: unknown;
  arrayBuffer: () => Promise<ArrayBuffer>;
  constructor: new (options: object) => { push: (chunk: unknown) => void };
}

/** The text of a body, which the caller can read all the same. */
async function textOfBody(
  http: { body?: unknown; clone?: () => { text: () => Promise<string> } },
  data: BodyStream,
): Promise<string> {
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
