/**
 * What speaks for or against a number in a line of text being the status of an error, as data.
 *
 * Of each group only the strongest sign for it counts, as signs of one group say the same thing; all signs against it
 * count. `weighing.ts` adds them up.
 */
export interface Sign {
  /** What is seen, as evidence says it. */
  readonly name: string;
  /** Where it is seen: ending right before the number, beginning right after it, or anywhere in the line. */
  readonly place: 'before' | 'after' | 'line';
  readonly group: Group;
  /** How much it says. Below zero it speaks against a status. */
  readonly points: number;
  readonly pattern: RegExp;
  /** A line whose number in guillemets has the sign, and one whose number has not. */
  readonly seen: string;
  readonly notSeen: string;
}

/**
 * What a sign is about: the words beside the number, how it is set off, its name in words, the request on the line, what
 * the line speaks of, and whether it speaks of trouble.
 */
export type Group = 'before' | 'after' | 'form' | 'phrase' | 'request' | 'subject' | 'trouble';

/** Points that make a number the status of an error, and those that leave no doubt. */
export const enough = { medium: 6, high: 7 } as const;

/** Services of the web that no catalog is about, and servers, by their names. */
export const otherServices =
  'cloudflare|cloudfront|akamai|fastly|nginx|envoy|haproxy|varnish|traefik|caddy|apache|github|gitlab|bitbucket|stripe|shopify|slack|telegram|discord|openai|anthropic|gemini|twilio|sendgrid|mailgun|salesforce|hubspot|zendesk|jira|reddit|youtube|facebook|instagram|linkedin|tiktok|mastodon|bluesky|spotify|paypal|elasticsearch|opensearch|influx\\w*|vault|consul|jenkins|artifactory|nexus|npm|pypi|docker ?hub|lambda|firebase|supabase|netlify|vercel|heroku|azure|gcs|bigquery|dropbox|notion|airtable|algolia|mapbox|googleapis?|google|ldap|smtp|imap|mysql|postgres\\w*|redis|mongo\\w*|couch\\w*|minio|solr|kibana|grafana|keycloak|auth0|okta|plaid|adyen|klarna|mollie|razorpay|asana|trello|pagerduty|opsgenie|splunk|snowflake|databricks|huggingface|mistral|groq|ollama|deepl|pinecone|qdrant|weaviate';

/** The registered statuses of errors and those of Cloudflare, but for the first of each class: a part of a pattern. */
export const registered = '(?:40[1-9]|41[0-8]|42[1-9]|431|451|50[1-8]|51[01]|52[0-7]|530)';

/** What carries a request, by the names of its programs, and what is asked, as one thing. */
export const clients =
  'curl|wget|axios|fetch|httpx|aiohttp|urllib3?|undici|superagent|needle|guzzle|faraday|okhttp|retrofit|reqwest|xhr|ajax';
export const asked =
  'fetch|look-?up|poll|ping|upload|download|login|log-in|refresh|handshake|introspection|web-?hook|callback|api|upstream|backend|gateway|endpoint|proxy|tunnel|crawl|scrape';
export const carriers = `${clients}|${asked}`;

/** Names of what answers a request, before what it says. */
export const answering =
  '(?:server|service|remote|gateway|upstream|backend|apis?|endpoint|host|proxy|origin|cdn|edge|(?:load )?balancer|handler|receiver|webhook|hook|provider|vendor|partner|registry|site|peer|other side|https?://\\S{1,300}|[\\w-]{1,40}\\.(?:com|net|org|io|dev|app|ai|co|eu|example|internal|local)|[\\w-]{1,30}-(?:api|service|svc|server|gateway|proxy|backend))';

/** What a program asks of another, as verbs. */
export const actions =
  '(?:send|fetch|get|post|put|patch|creat|delet|updat|upload|download|load|call|request|obtain|retriev|regist|publish|sync|sav|list|subscrib|login|log in|sign in|auth|refresh|query|submit|deliver|enter|push|pull|import|export|charg|verif|exchang|renew|revok|invit|notify|report|execut|perform|mak|follow|unfollow|like|unlike|retweet|tweet|repl|favorit|bookmark|complet|dispatch|invok|crear|enviar|obtener|actualizar|criar|buscar)[a-z]{0,6}';
/** Something that was asked of another and could not be done, up to its name. */
export const couldNot = String.raw`\b(?:fail(?:ed|ure)? to|error(?: while| when)?|could not|couldn't|cannot|can't|unable to|no se pudo|error al|erro ao|impossible de) ${actions}\b`;

/** Folders of a machine: a path that begins with one is of a file. */
export const folders =
  '(?:var|usr|home|etc|opt|srv|tmp|dev|mnt|media|proc|sys|root|lib|bin|boot|run|Users|Volumes|private|data)\\b';

/** Between a name and its number. */
export const gap = String.raw`(?:["'\])]{0,2}[ \t]{0,8}(?:[:=]>?|[-=]>|[:=] ?(?:received|got|returned|actual)[ :]{1,3}|(?:(?:is|was|now|of|returned|received|invalid|unexpected|unacceptable)[ :]{1,3}){1,3})?[ \t]{0,8}["'\x60(\[<{]{0,3})`;
/** An address up to what encloses it. */
export const address = String.raw`https?://[^\s"'<>]{1,500}`;
/** Words that stand between a verb and the status that it is about. */
export const fillers = String.raw`(?: (?:back|with|by|an?|the|HTTP|http|code|status|error|response|server|unexpected|unsuccessful|as|us|only|just|another|again|non-2xx|non-200)){0,5}`;

/** @param source what ends right before the number, @param next what begins there */
export function before(
  name: string,
  points: number,
  source: string,
  seen: string,
  notSeen: string,
  flags = '',
  next = '',
): Sign {
  // A look behind reads from the number back, so it costs no more than what it passes over.
  return {
    name,
    place: 'before',
    group: 'before',
    points,
    pattern: new RegExp(`(?<=${source})${next}`, `y${flags}`),
    seen,
    notSeen,
  };
}

/** @param source what begins right behind the number */
export function after(name: string, points: number, source: string, seen: string, notSeen: string, flags = ''): Sign {
  return { name, place: 'after', group: 'after', points, pattern: new RegExp(source, `y${flags}`), seen, notSeen };
}

/** @param source what stands anywhere in the line */
export function ofLine(
  group: Exclude<Group, 'before' | 'after'>,
  name: string,
  points: number,
  source: string,
  seen: string,
  notSeen: string,
  flags = '',
): Sign {
  return { name, place: 'line', group, points, pattern: new RegExp(source, flags), seen, notSeen };
}
