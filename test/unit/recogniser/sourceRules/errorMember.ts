import type { SourceRule } from './sourceRule';

const client = "import axios from 'axios';\n";

export const errorMember: SourceRule = {
  name: 'member of own errors',
  says: 'A member of a type of an API’s errors that is named after a status, and a word for an error that ends in its number.',
  matches: [
    ['javascript', `import axios from 'axios';\nif (is404(err)) return handle404(res);`, ['http/404', 'http/404']],
    [
      'ruby',
      `class InnsController < ApplicationController\n  rescue_from Missing, with: :render_404\n  def show\n    render_403 unless mine?\n  end\nend`,
      ['http/404', 'http/403'],
    ],
    ['typescript', `${client}if (e === TwitterAPIError.unauthorized) login();`, ['http/401']],
    ['typescript', `${client}if (e.kind === HttpErrorKind.TooManyRequests) wait();`, ['http/429']],
    ['python', 'import requests\nif e.kind == XErrorCode.FORBIDDEN:\n    stop()\n', ['http/403']],
    ['typescript', `${client}if (code === 'HTTP_429') wait();\nsay('errors.404');`, ['http/429', 'http/404']],
  ],
  nonMatches: [
    ['swift', 'let s = URLSession.shared\nfunc f() throws { throw APIError.noResponse }'],
    ['javascript', `import axios from 'axios';\nload500(rooms); const is404 = rooms.at(4); size429();`],
    ['ruby', `class InnsController < ApplicationController\n  def render_404\n    room_404\n  end\nend`],
    ['typescript', `${client}if (e === TideError.unauthorized || e === RestError.tooLong) login();`],
    ['typescript', `${client}if (code === 'ROOM_429') wait();\nsay('pages.404');`],
    [
      'csharp',
      'using System.Net.Http;\nclass A { Kind Of(Fault f) => f switch { Fault.Pass => ApiErrorType.AuthenticationError, _ => Kind.None }; }',
    ],
    ['python', 'import grpc\nif e.kind == ApiErrorCode.NOT_FOUND:\n    stop()\n'],
  ],
};
