import attempts from '../../../handlers/go/libraries/attempts.go?raw';
import cenkalti from '../../../handlers/go/libraries/cenkalti.go?raw';
import retryablehttp from '../../../handlers/go/libraries/retryablehttp.go?raw';
import type { HandlerParts } from '../../handlerText';
import type { HandlerFile } from '../../language';
import { composeParts } from '../../libraries/compose';
import type { RetryLibrary } from '../../libraries/library';
import { goFile, usedImports } from './module';
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
    {
      name: 'go-retryablehttp',
      packages: ['github.com/hashicorp/go-retryablehttp'],
      handlerFor: ({ client }) => (client === 'resty' ? undefined : http),
    },
    {
      name: 'cenkalti/backoff',
      packages: ['github.com/cenkalti/backoff/v4'],
      handlerFor: ({ client }) => (client === 'resty' ? undefined : transport),
      wrap: (call, handler, options, source) => wrapGoCall(call, handler, options, source, transportType),
    },
  ];
}
