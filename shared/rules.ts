/** How a rule's findings are shown. `off`: not at all. */
export type RuleSeverity = 'error' | 'warning' | 'information' | 'hint' | 'off';

export const ruleSeverities: readonly RuleSeverity[] = ['error', 'warning', 'information', 'hint', 'off'];

/** A rule about wrong handling of errors in source, as documentation, settings and diagnostics name it. */
export interface Rule {
  /** By default. Warning: it loses money, writes twice or hammers a server. */
  readonly severity: RuleSeverity;
  /** What it finds, in a few words: a heading. */
  readonly title: string;
  /** Why that is a mistake. */
  readonly why: string;
  /** What to do instead. */
  readonly instead: string;
  /** What one action does about it, and where. Absent: only its author can know what is right. */
  readonly fix?: string;
}

export const rules = {
  'retries-permanent-error': {
    severity: 'warning',
    title: 'Repeats a request after an error that stays',
    why: 'A wrong request, refused credentials, a missing permission, a duplicate or a used-up quota answers the same way each time. Repeating it spends the rate limit and the quota, hides the cause, and may get the app blocked.',
    instead:
      'Repeat only what may pass: 408, 425, 429 with a wait, 5xx and lost connections. Fail at once for the rest, or renew the credentials once after a 401.',
    fix: 'Takes the error out of a list of what is repeated, or out of a condition that asks for others, too.',
  },
  'retries-unknown-outcome': {
    severity: 'warning',
    title: 'Repeats a write whose outcome nobody knows',
    why: 'The answer says that the write may have happened. Writing again without a look may do it twice: two posts, two messages, two payments.',
    instead: 'Look whether the write happened, by its own key or text, and repeat it only if it did not.',
  },
  'ignores-server-wait': {
    severity: 'warning',
    title: 'Waits for a time of its own after 429 or 503',
    why: 'The server says how long to wait, in Retry-After or a reset header. A shorter wait is refused again and may extend the limit; a longer one is lost time.',
    instead:
      'Wait for what the server asks for, and fall back to exponential backoff with a random part only when it says nothing.',
  },
  'fragile-retry-after': {
    severity: 'warning',
    title: 'Reads Retry-After as if it were always a number',
    why: 'The header may be missing, and it may be an HTTP date. In Python the conversion raises an error in the middle of the error handling; in JavaScript the result is NaN, and a timer with NaN fires at once; sleep refuses it in a shell.',
    instead: 'Read a number of seconds or a date, and have a fallback for neither.',
    fix: 'Takes a number of seconds where the header is missing or a date: that of the program, or 60.',
  },
  'unbounded-retry': {
    severity: 'warning',
    title: 'Repeats for ever while it fails',
    why: 'Without a limit on attempts or time a lasting failure keeps the program and the server busy until somebody notices.',
    instead: 'Limit the attempts and the total time, and report the last error.',
    fix: 'Limits a loop without end to five rounds, behind which it fails: in Go, Rust and Swift where the type of the function tells how. In shell and PowerShell the rounds are counted in the loop. In Ruby a clause that begins its block anew counts, too.',
  },
  'no-jitter': {
    severity: 'off',
    title: 'Waits without a random part',
    why: 'Clients that failed together wait for the same time and come back together, so the server fails again.',
    instead:
      'Add a random part to each wait. This rule is off by default: in a program that runs once it changes little.',
    fix: 'Adds a random part (not in Go and Rust; in Python where random is imported, in PHP to usleep).',
  },
  'sleeps-on-any-error': {
    severity: 'warning',
    title: 'Waits out every error as if it were a rate limit',
    why: 'The clause catches everything: mistakes in the program, wrong requests, refused credentials. All of them are waited out and repeated, and none is reported.',
    instead: 'Catch the error of the limit, or look at its status, and let everything else fail.',
    fix: 'Catches the error of the limit alone, of a client that has one (tweepy, the twitter gem).',
  },
  'retries-non-idempotent': {
    severity: 'warning',
    title: 'Repeats a POST or PATCH without an idempotency key',
    why: 'When the connection breaks or the server fails, the write may have happened and only its answer was lost. The repetition does it twice.',
    instead:
      'Send an idempotency key where the API takes one, look before writing again, or repeat only after errors that come before the write (429).',
    fix: 'Leaves the methods that write out of what a library repeats (urllib3, axios-retry, got, ky, Faraday, Apache HttpClient).',
  },
  'no-timeout': {
    severity: 'information',
    title: 'Sends a request without a time limit',
    why: 'This client waits for ever by default. A server that accepts the connection and never answers stops the program without any error. In shell and PowerShell only a request that is made again after a failure is meant: somebody looks at one that is made once, and a download may take its time.',
    instead: 'Set a limit for each request: `timeout=` in Python, `signal: AbortSignal.timeout(...)` with fetch.',
    fix: 'Gives up after 10 s, which is written beside the call or into its client or request (TypeScript, JavaScript, Python, Go, Java, PHP, Rust, curl, PowerShell). The retry handler sets a limit as well.',
  },
  'ignores-partial-errors': {
    severity: 'information',
    title: 'Takes the data of an answer and never looks at its errors',
    why: 'A 200 of the X API v2 may hold only some of what was asked for. Deleted, suspended and protected items stand in `errors`, so they vanish without a trace.',
    instead: 'Look at `errors` beside `data`, and decide for each missing item.',
    fix: 'Prints the errors above the statement that takes the data.',
  },
  'gates-on-remaining': {
    severity: 'information',
    title: 'Waits only by the remaining requests of a header',
    why: 'x-rate-limit-remaining speaks of one window. The limits of 24 hours, of the month and of the app answer with 429 while requests remain, and other processes share the count.',
    instead: 'Answer 429 with the wait that it asks for; use the remaining count only to go slower.',
  },
  'wrong-comparison': {
    severity: 'warning',
    title: 'Compares a code with what the client never gives',
    why: 'A string never equals a number, and a list never equals one of its items. The branch looks right and is never taken. In shells and PowerShell `>` between a status and a number writes to a file.',
    instead: 'Compare numbers with numbers, and ask whether the code is in the list.',
    fix: 'Puts in what the client gives, or the code that was meant.',
  },
  'unreachable-branch': {
    severity: 'warning',
    title: 'Looks for a code under a status that it never comes with',
    why: 'Each code has its status. Under another one the branch is never taken, and the error is handled as something else.',
    instead: 'Look for the code under its own status, or without regard to the status.',
    fix: 'Puts in the status that the code comes with, where one condition asks for both.',
  },
  'library-default': {
    severity: 'warning',
    title: 'Leaves a retry library at a default that hurts',
    why: 'Some libraries repeat at once, for ever, or writes as well, unless they are told otherwise.',
    instead: 'Set the option that the message names.',
    fix: 'Sets the missing option, or writes the use that waits and ends.',
  },
  'outdated-reference': {
    severity: 'hint',
    title: 'Names what an API has left behind',
    why: 'Former hosts and statuses work until they do not.',
    instead: 'Use the name of today.',
    fix: 'Puts in the host api.x.com.',
  },
} as const satisfies Record<string, Rule>;

export type RuleCode = keyof typeof rules;

export const ruleCodes = Object.keys(rules) as readonly RuleCode[];

export function isRuleCode(code: string): code is RuleCode {
  return Object.hasOwn(rules, code);
}

/** The code of the diagnostics about comments that suppress nothing. */
export const unusedSuppression = 'unused-suppression';

/** Where the rules are documented. */
export const rulesPage = 'https://github.com/api-error-assist/api-error-assist/blob/main/docs/rules.md';

/** Where a rule is documented. */
export function rulePage(code: RuleCode): string {
  return `${rulesPage}#${code}`;
}

/** The severities of rules that are not to have their own, as the setting `apiErrorAssist.rules` says. */
export type RuleSettings = Readonly<Partial<Record<RuleCode, RuleSeverity>>>;

export function severityOf(code: RuleCode, chosen: RuleSettings): RuleSeverity {
  return chosen[code] ?? rules[code].severity;
}
