import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { explain } from './cli/explain';
import { follow } from './cli/follow';
import { checkRules } from './cli/rules';
import { scan } from './cli/scan';
import { complain } from './cli/terminal';
import { UsageError } from './cli/usage';
import { why } from './cli/why';

/** The version of the manifest, which the build puts in. */
declare const productVersion: string;

const help = `API Error Assist: explains API errors in logs, JSON and source.

Usage:
  api-error-assist scan [--format text|json|ndjson|sarif|markdown] [--language ID] [--catalog FILE]...
                        [--jobs N] [--verbose] PATH...
  api-error-assist scan --follow [--format text|ndjson] [--language ID] [--catalog FILE]... FILE
  api-error-assist scan --rules [--format text|json|ndjson|sarif] [--severity RULE=off|hint|information|warning|error]...
                        [--language ID] [--catalog FILE]... PATH...
  api-error-assist scan --report [--format text|json|markdown] [the options of scan] PATH...
  api-error-assist scan --why FILE:LINE [--format text|json|markdown] [--language ID] [--catalog FILE]...
  api-error-assist explain [--format text|json|markdown] [--catalog FILE]... VALUE
  api-error-assist lsp --stdio
  api-error-assist --version

scan     finds the errors in files of any size, packed with gzip or zstd or not, and in folders; the path - is
         standard input. --follow reads on in a log that grows, is rotated or does not exist yet, until Ctrl+C.
         --report sums them up by error and time. --jobs says how many threads may scan, --verbose
         names the files of folders that are no text and are passed over
         --rules finds wrong handling of errors in source instead
explain  explains a code, a status, a message or the address of a problem type
lsp      is the language server

Exit code: 0 nothing found, 1 errors found (scan) or mistakes that are more than hints (scan --rules), 2 wrong usage or unreadable input, 130 interrupted.
`;

async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  switch (command) {
    case 'scan': {
      const { values, positionals } = parseArgs({
        args: rest,
        allowPositionals: true,
        options: {
          format: { type: 'string', default: 'text' },
          language: { type: 'string' },
          catalog: { type: 'string', multiple: true, default: [] },
          why: { type: 'string' },
          follow: { type: 'boolean', default: false },
          report: { type: 'boolean', default: false },
          rules: { type: 'boolean', default: false },
          severity: { type: 'string', multiple: true, default: [] },
          jobs: { type: 'string' },
          verbose: { type: 'boolean', default: false },
        },
      });
      const chosen = (['why', 'follow', 'report', 'rules'] as const).filter((name) => values[name]);
      if (chosen.length > 1) {
        throw new UsageError(`--${chosen.join(' and --')} do not go together`);
      }
      if (values.why !== undefined) {
        return why({ place: values.why, format: values.format, language: values.language, catalogs: values.catalog });
      }
      if (values.rules) {
        return checkRules({
          ...values,
          paths: positionals,
          language: values.language,
          catalogs: values.catalog,
          severities: values.severity,
        });
      }
      if (values.severity.length > 0) {
        throw new UsageError('--severity belongs to --rules');
      }
      if (values.follow) {
        return follow({ ...values, paths: positionals, language: values.language, catalogs: values.catalog });
      }
      return scan({
        ...values,
        paths: positionals,
        language: values.language,
        jobs: values.jobs,
        catalogs: values.catalog,
      });
    }
    case 'explain': {
      const { values, positionals } = parseArgs({
        args: rest,
        allowPositionals: true,
        options: {
          format: { type: 'string', default: 'text' },
          catalog: { type: 'string', multiple: true, default: [] },
        },
      });
      return explain({ query: positionals.join(' '), format: values.format, catalogs: values.catalog });
    }
    case 'lsp':
      // The server reads its transport (--stdio) from the arguments itself, and runs until the client ends it.
      await import('./main.js');
      return new Promise<number>(() => undefined);
    case '--version':
      process.stdout.write(`${productVersion}\n`);
      return 0;
    case '--help':
    case '-h':
    case 'help':
      process.stdout.write(help);
      return 0;
    default:
      throw new UsageError(command === undefined ? 'a command is missing' : `unknown command ${command}`);
  }
}

function isUsage(error: unknown): error is Error {
  return (
    error instanceof UsageError ||
    (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  );
}

// Where nothing else is to be done, Node 20 waits until V8 has optimised a grammar that was just used: for that of PowerShell
// ten seconds, in which a file counts as one that takes too long. As it is loaded, a grammar parses at two thirds of the speed.
setFlagsFromString('--liftoff-only');

// A reader that closes early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});

main(process.argv.slice(2)).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    complain(`${message}${isUsage(error) ? '\nTry api-error-assist --help.' : ''}`);
    process.exitCode = 2;
  },
);
