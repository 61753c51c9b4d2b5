import type { SourceRule } from './sourceRule';

const client = "import axios from 'axios';\n";

export const namedStatus: SourceRule = {
  name: 'status by its name',
  says: 'The name of a status as a string, in what an error says, as its code, or as the name of its class.',
  matches: [
    ['powershell', `if ($_.Exception.Message -like '*Bad Gateway*') { Wait-Later }`, ['http/502']],
    ['typescript', `${client}if (e.message === 'Bad Gateway') again();`, ['http/502']],
    ['typescript', `${client}if (err.message.includes('Too Many Requests')) wait();`, ['http/429']],
    ['typescript', `${client}if (res.statusText === 'Too Many Requests') wait();`, ['http/429']],
    ['typescript', `${client}if (error.name === 'TooManyRequestsError') wait();`, ['http/429']],
    ['typescript', `${client}throw new TRPCError({ code: 'TOO_MANY_REQUESTS' });`, ['http/429']],
    [
      'typescript',
      `${client}switch (err.code) {\n  case 'UNAUTHORIZED':\n    login();\n    break;\n  case 'NOT_FOUND':\n    gone();\n}`,
      ['http/401', 'http/404'],
    ],
    ['python', "import requests\nif answer.reason == 'Service Unavailable':\n    wait()\n", ['http/503']],
    ['python', "import requests\nif 'Forbidden' in str(exc):\n    stop()\n", ['http/403']],
    ['python', "import requests\nif type(e).__name__ == 'TooManyRequests':\n    wait()\n", ['http/429']],
    ['typescript', `${client}throw new Error('Service Unavailable');`, ['http/503']],
    ['go', 'package a\nvar ErrTooFast = errors.New("Too Many Requests")\nvar client http.Client\n', ['http/429']],
  ],
  nonMatches: [
    ['typescript', "import axios from 'axios';\nif (error.reason === 'invalid_token') renew();"],
    ['powershell', `if ($gate.Name -like '*Bad Gateway*') { Close-Gate }`],
    ['typescript', `${client}throw new Error('Service Unknown');`],
    ['typescript', `${client}const heading = 'Service Unavailable';\nshow('Bad Gateway');`],
    ['typescript', `${client}throw new Error('Conflict');`],
    ['typescript', `${client}const planet = { name: 'Forbidden' };\nif (planet.name === 'Forbidden') land();`],
    [
      'typescript',
      `${client}if (err.message.includes('conflict') || e.message.indexOf('not implemented') < 0 || err.name === 'NotFoundError') skip();`,
    ],
    ['typescript', `${client}const room = { code: 'NOT_FOUND' };\nlabel('Too Many Requests');`],
    ['python', "import grpc\nif e.code == 'NOT_FOUND':\n    gone()\n"],
    ['typescript', "if (book.message === 'Gone') read();"],
  ],
};
