import type { Driver } from '../driver';
import { compiledDrivers, rustOrders } from './compiled';
import { interpretedDrivers } from './interpreted';
import { pythonDrivers } from './python';
import { scriptDrivers } from './script';

/** The clients whose writes can be given a key, by their other programs; those of Rust need a crate for it. */
const programs = [
  'typescript/fetch.ts',
  'typescript/axios.ts',
  'typescript/ky.ts',
  'javascript/got.js',
  'javascript/undiciRequest.js',
  'python/urllib_calls.py',
  'python/requests_calls.py',
  'python/httpx_calls.py',
  'python/aiohttp_calls.py',
  'go/net_http.go',
  'go/resty_calls.go',
  'java/JavaNetHttp.java',
  'java/OkHttpCalls.java',
  'java/RestTemplateCalls.java',
  'kotlin/JavaNetHttp.kt',
  'kotlin/OkHttpCalls.kt',
  'csharp/HttpClientCalls.cs',
  'ruby/net_http.rb',
  'ruby/faraday_calls.rb',
  'php/curl_calls.php',
  'php/guzzle.php',
  'php/laravel.php',
  'shell/curl_calls.sh',
];

/** The programs whose write gets a fresh key, and then the handler of retries. */
export const keyDrivers: readonly Driver[] = [
  ...programs.flatMap((fixture) => {
    const all = [...scriptDrivers, ...pythonDrivers, ...compiledDrivers, ...interpretedDrivers];
    const driver = all.find((candidate) => candidate.fixture === fixture && candidate.library === undefined);
    return driver ? { ...driver, without: {}, fixture: fixture.replace('/', '/orders/') } : [];
  }),
  ...rustOrders,
].map((driver) => ({ ...driver, variants: ['ordered'], declares: () => /\b[oO]rder\(/ }));
