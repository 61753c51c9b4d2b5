import type { SourceRule } from './sourceRule';

export const statusHeader: SourceRule = {
  name: 'status in a header',
  says: 'A number as the value of a header that is named after the status, or behind the version in a status line that is put together.',
  matches: [
    [
      'java',
      'class A { void f() { Metadata headers = new Metadata(); headers.put(testStatusKey, "401"); trailers.put(statusKey, "503"); } }',
      ['http/401', 'http/503'],
    ],
    [
      'java',
      'class A { Object f() { return ImmutableMap.of(HTTP_STATUS_KEY.name(), "404", DELAY_KEY.name(), "500"); } }',
      ['http/404'],
    ],
    ['java', 'class A { void f(Http2Headers headers) { headers.status(new AsciiString("500")); } }', ['http/500']],
    ['java', 'class A { Object f() { return new Line("HTTP/1.1 " + 503 + " closing"); } }', ['http/503']],
    ['javascript', "socket.write('HTTP/1.0 ' + 421 + ' not here');", ['http/421']],
    ['php', "<?php\nheader('HTTP/1.1 ' . 410 . ' Left');", ['http/410']],
  ],
  nonMatches: [
    ['java', 'class A { void f() { headers.put(sizeKey, "401"); boats.put(statusKey, "tied"); } }'],
    ['java', 'class A { Object f() { return ImmutableMap.of(BERTH_STATUS_KEY.name(), "404"); } }'],
    ['javascript', "fetch(pier);\nshow('Boat ' + 404 + ' is here');"],
    ['javascript', "fetch(pier);\nshow('HTTP/1.1 port ' + 404);"],
  ],
};
