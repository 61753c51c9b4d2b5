import http2 from 'node:http2';

const { HTTP_STATUS_NOT_FOUND, HTTP_STATUS_OK, HTTP_STATUS_TOO_MANY_REQUESTS } = http2.constants;

export function reply(stream: http2.ServerHttp2Stream, found: boolean, busy: boolean) {
  if (busy) {
    stream.respond({ ':status': HTTP_STATUS_TOO_MANY_REQUESTS });
  } else if (!found) {
    stream.respond({ ':status': HTTP_STATUS_NOT_FOUND });
  } else {
    stream.respond({ ':status': HTTP_STATUS_OK, 'content-length': 404 });
  }
  stream.end();
}
