import { RequestError } from '@octokit/request-error';
import { Octokit } from '@octokit/rest';
import got, { HTTPError } from 'got';
import pRetry, { AbortError } from 'p-retry';

const hub = new Octokit({ auth: process.env.HUB_TOKEN, request: { timeout: 4500 } });
const MAX_NOTES = 500;
const LINE = 88;
const ISSUES = [404, 429, 453];

const retriable = { 408: true, 502: true, 503: true };

export async function latest(owner, repo) {
  try {
    const { data } = await hub.rest.repos.getLatestRelease({ owner, repo });
    return data.tag_name;
  } catch (error) {
    if (error instanceof RequestError && error.status === 404) return 'v0.0.0';
    if (error.status === 403 && error.response.headers['x-ratelimit-remaining'] === '0') {
      throw new AbortError('out of calls');
    }
    throw error;
  }
}

export async function publish(notes) {
  return pRetry(
    async () => {
      try {
        return await got.post('https://notes.choir.example/api', { json: notes.slice(0, MAX_NOTES), retry: { limit: 2, statusCodes: [429, 504] } }).json();
      } catch (error) {
        if (!(error instanceof HTTPError)) throw error;
        const { statusCode, statusMessage } = error.response;
        if (statusCode === 401 || statusCode === 403) throw new AbortError(statusMessage);
        if (statusCode === 413) return publish(notes.slice(0, notes.length / 2));
        if (!retriable[statusCode]) throw new AbortError(`status ${statusCode}`);
        throw error;
      }
    },
    { retries: 4, minTimeout: 500, maxTimeout: 40_400 },
  );
}

export async function blocked(owner, repo) {
  const response = await fetch(`https://api.hub.example/repos/${owner}/${repo}`);
  switch (response.status) {
    case 451:
      return true;
    case 500:
    case 502:
      throw new Error('the hub is down');
    default:
      return ISSUES.includes((await response.json()).open_issues);
  }
}

export const wrap = (text) => text.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
