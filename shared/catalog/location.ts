/**
 * The addresses of a user's catalog file as the setting `catalogs` names it. An absolute path is one file; a relative
 * path is a file in each workspace folder. Client and server both need this and agree through it: the client watches
 * what the server reads.
 *
 * Works on the text of URIs, because neither Node's paths nor the browser's URLs exist in both places.
 *
 * @param path as the user wrote it, with either slash
 * @param folders URIs of the workspace folders
 */
export function catalogUris(path: string, folders: readonly string[]): readonly string[] {
  const slashed = path.trim().replaceAll('\\', '/');
  if (slashed === '') {
    return [];
  }
  if (/^[A-Za-z]:\//.test(slashed)) {
    return [`file:///${encodePath(slashed)}`];
  }
  if (slashed.startsWith('//')) {
    return [`file:${encodePath(slashed)}`];
  }
  if (slashed.startsWith('/')) {
    return [`${root(folders[0])}${encodePath(slashed)}`];
  }
  return folders.map((folder) => join(folder, slashed));
}

/** Scheme and authority of a URI: in a remote or virtual workspace an absolute path lies on the same machine. */
function root(folder: string | undefined): string {
  return (folder && /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(folder)?.[0]) ?? 'file://';
}

function join(folder: string, path: string): string {
  const start = root(folder);
  const segments = folder.slice(start.length).split('/').filter(Boolean);
  for (const segment of path.split('/')) {
    if (segment === '..') {
      segments.pop();
    } else if (segment !== '' && segment !== '.') {
      segments.push(encodePath(segment));
    }
  }
  return `${start}/${segments.join('/')}`;
}

/**
 * Encodes what cannot stand in a URI's path. `encodeURI` leaves the two characters that would end the path, and throws
 * at half a surrogate pair, which a setting may hold.
 */
export function encodePath(path: string): string {
  return encodeURI(path.replace(/[\ud800-\udfff]/gu, '\ufffd')).replaceAll('#', '%23').replaceAll('?', '%3F');
}
