import type { SourceRule } from './sourceRule';

export const statusDefault: SourceRule = {
  name: 'default of a status',
  says: 'A number that a choice gives where the status of an answer is not there.',
  matches: [
    ['javascript', 'fetch(pier);\ngive(failed ? answer.status : 502);', ['http/502']],
    ['php', '<?php\nreturn new Berth($text, $e instanceof Known ? $e->getStatusCode() : 500);', ['http/500']],
    [
      'java',
      'class A { int f(HttpAnswer a) { int n = a == null ? 503 : a.getStatusCode(); return n; } }',
      ['http/503'],
    ],
  ],
  nonMatches: [
    ['javascript', 'fetch(pier);\ngive(many ? boats.length : 500);'],
    ['javascript', 'fetch(pier);\ngive(answer.status ? 404 : boats.count);'],
    ['php', '<?php\n// https://a.example\nreturn wait($slow ? $pier->timeout() : 500);'],
  ],
};
