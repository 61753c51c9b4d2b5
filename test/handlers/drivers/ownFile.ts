import { type Driver, strategyVariants } from '../driver';
import { scenarios, type Variant } from '../scenarios';
import { compiledDrivers } from './compiled';
import { interpretedDrivers } from './interpreted';
import { pythonDrivers } from './python';
import { scriptDrivers } from './script';
import { streams } from './shared';

const strategies: readonly Variant[] = strategyVariants;

/** One call of each handler; a program of Rust would lack a function without the one that is cancelled. */
const variants: readonly Variant[] = ['get', 'cancelled', ...strategies, ...streams];

/** The handler is the same as in the file itself, so a few scenarios tell whether it is reached. */
const retries = ['429 with Retry-After in seconds', '503 twice, then 200', '400'];
const connections = ['a stream that drops', 'a stream that is refused with 400'];
const ofStrategies = scenarios.filter(({ variant }) => strategies.includes(variant)).map(({ name }) => name);

const module: Partial<Driver> = { project: { 'package.json': '{"type":"module"}' } };
// Only of a root the modules lie beside it.
const root: Partial<Driver> = { document: 'main.rs', sources: 'src' };

/** The programs whose handlers go into files of their own, and what their projects have besides. */
const programs: Readonly<Record<string, Partial<Driver>>> = {
  'typescript/fetch.ts': module,
  'typescript/fetchStream.ts': module,
  'typescript/kyStream.ts': module,
  'typescript/axiosStream.ts': module,
  'typescript/gotStream.ts': module,
  'typescript/undiciRequestStream.ts': module,
  'javascript/fetch.js': module,
  'javascript/fetchStream.js': module,
  'javascript/undiciRequest.js': module,
  'javascript/undiciStream.js': module,
  'javascript/axiosStream.js': module,
  'javascript/gotStream.js': module,
  'javascript/undiciRequestStream.js': module,
  'python/requests_calls.py': {},
  'python/httpx_calls.py': {},
  'python/requests_stream.py': {},
  'python/urllib_stream.py': {},
  'go/net_http.go': {},
  'go/net_http_stream.go': {},
  'go/resty_calls.go': {},
  'go/resty_stream.go': {},
  'java/JavaNetHttp.java': {},
  'java/JavaNetHttpStream.java': {},
  'java/OkHttpCalls.java': {},
  'java/OkHttpStream.java': {},
  'java/RestTemplateCalls.java': {},
  'kotlin/JavaNetHttp.kt': {},
  'kotlin/OkHttpCalls.kt': {},
  'kotlin/JavaNetHttpStream.kt': {},
  'kotlin/OkHttpStream.kt': {},
  'csharp/HttpClientCalls.cs': {},
  'csharp/HttpClientStream.cs': {},
  'rust/reqwest_blocking.rs': root,
  'rust/reqwest_async.rs': root,
  'rust/ureq_calls.rs': root,
  'rust/reqwest_blocking_stream.rs': root,
  'rust/reqwest_async_stream.rs': root,
  'rust/ureq_stream.rs': root,
  'ruby/net_http.rb': {},
  'ruby/net_http_stream.rb': {},
  'php/curl_calls.php': {},
  'php/guzzle.php': {},
  'php/curl_stream.php': {},
  'php/guzzle_stream.php': {},
  'php/laravel.php': {},
  'php/laravel_stream.php': {},
  'shell/curl_calls.sh': {},
  'shell/curl_stream.sh': {},
};

/** The first driver of each of these programs, with its handlers in files of their own. */
export const ownFileDrivers: readonly Driver[] = Object.entries(programs).flatMap(([fixture, more]) => {
  const all = [...scriptDrivers, ...pythonDrivers, ...compiledDrivers, ...interpretedDrivers];
  const driver = all.find((candidate) => candidate.fixture === fixture && candidate.library === undefined);
  const own = (driver?.variants ?? []).filter((variant) => variants.includes(variant));
  const only = new Set([...retries, ...connections, ...ofStrategies]);
  return driver ? { ...driver, ...more, ownFile: true, variants: own, only } : [];
});
