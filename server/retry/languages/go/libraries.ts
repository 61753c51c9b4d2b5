import attempts from '../../../handlers/go/libraries/attempts.go?raw';
import cenkalti from '../../../handlers/go/libraries/cenkalti.go?raw';
import retryablehttp from '../../../handlers/go/libraries/retryablehttp.go?raw';
import type { HandlerParts } from '../../handlerText';
import type { HandlerFile } from '../../language';
import { composeParts } from '../../libraries/compose';
import type { RetryLibrary } from '../../libraries/library';
import { goFile } from './module';
import { transportType, wrapGoCall } from './wrap';

/** The libraries that repeat the requests of net/http. */
export function goLibraries(backoff: HandlerFile, split: (text: string) => HandlerParts): readonly RetryLibrary[] {
  const pool = [split(backoff.text), split(attempts)];
  const compose = (text: string): string =>
    goFile('package backoff', composeParts(split(text), pool, usedImports, [backoff.name]));
  const http = { ...backoff, text: compose(retryablehttp) };
  // The package has the name of the handler's type.
  const renamed = compose(cenkalti).replaceAll(/(?<![\w./"]|package )backoff(?![\w./"])/g, transportType);
  const transport = { ...backoff, text: renamed };
  return [
    { name: 'go-retryablehttp', packages: ['github.com/hashicorp/go-retryablehttp'], handlerFor: () => http },
    {
      name: 'cenkalti/backoff',
      packages: ['github.com/cenkalti/backoff/v4'],
      handlerFor: () => transport,
      wrap: (call, handler, options, source) => wrapGoCall(call, handler, options, source, transportType),
    },
  ];
}

/** The imports that code uses; those of packages from elsewhere stand last, as gofmt's users part them. */
export function usedImports(lines: readonly string[], code: string): string[] {
  const used = lines.filter((line) => new RegExp(`(?<!\\w)${packageName(line)}\\.`).test(code));
  const isStandard = (line: string): boolean => !line.includes('.');
  const others = used.filter((line) => !isStandard(line));
  return [...used.filter(isStandard).toSorted(), ...(others.length > 0 ? ['', ...others.toSorted()] : [])];
}

/** How most packages are called by the last part of their path. */
function packageName(line: string): string {
  const path = line.replaceAll(/["\t]/g, '').replace(/\/v\d+$/, '');
  return path.slice(path.lastIndexOf('/') + 1).replace(/^go-/, '');
}
