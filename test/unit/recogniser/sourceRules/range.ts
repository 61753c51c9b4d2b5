import type { SourceRule } from './sourceRule';

export const range: SourceRule = {
  name: 'range',
  says: 'The bounds of a range in which a status lies; the one that it ends before only where the next class of statuses begins.',
  matches: [
    [
      'swift',
      'let isDown = (500...599).contains(http.statusCode) || 400..<500 ~= http.statusCode',
      ['http/500', 'http/400', 'http/500'],
    ],
    ['kotlin', 'val isRefused = response.code in 400 until 500', ['http/400', 'http/500']],
    ['ruby', "require 'faraday'\nraise Refused if (400...451).cover?(answer.status)", ['http/400']],
    ['rust', 'fn f() -> bool { (400u16..500u16).contains(&res.status().as_u16()) }', ['http/400', 'http/500']],
    ['ruby', "require 'faraday'\nraise Refused if (400...500).cover?(answer.status)", ['http/400', 'http/500']],
    [
      'swift',
      'let url = "https://a.example"\nfunc f() -> Bool { (400..<500).contains(http.statusCode) }',
      ['http/400', 'http/500'],
    ],
  ],
  nonMatches: [
    ['kotlin', 'val isWide = boat.width in 400 until 500'],
    ['ruby', "require 'faraday'\nraise Wide if (400...500).cover?(boat.width)"],
    ['rust', 'use reqwest;\nfn f() -> bool { (400..500).contains(&boat.width) }'],
    ['swift', 'let url = "https://a.example"\nfunc f() -> Bool { (400..<500).contains(boat.width) }'],
  ],
};
