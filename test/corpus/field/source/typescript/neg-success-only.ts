export async function ping(url: string) {
  const res = await fetch(url);
  if (res.status === 200 || res.status === 204) return true;
  if (res.status === 304) return true;
  return res.headers.get('content-length') === '404';
}
