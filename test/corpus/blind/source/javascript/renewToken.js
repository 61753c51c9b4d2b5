const TOKEN_URL = 'https://api.x.com/2/oauth2/token';

class LoginNeeded extends Error {}

async function renew(store, user) {
  const { refreshToken } = await store.get(user);
  const res = await fetch(TOKEN_URL, {
    method: 'POST',
    headers: {
      authorization: 'Basic ' + btoa(`${process.env.CLIENT_ID}:${process.env.CLIENT_SECRET}`),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken }),
  });

  if (res.status === 503 || res.status === 500) {
    throw new Error('X is down');
  }
  const body = await res.json();
  switch (body.error) {
    case undefined:
      await store.set(user, { accessToken: body.access_token, refreshToken: body.refresh_token });
      return body.access_token;
    case 'invalid_grant':
    case 'invalid_request':
      await store.remove(user);
      throw new LoginNeeded(body.error_description);
    case 'unauthorized_client':
    case 'invalid_client':
      throw new Error('look at client id and secret');
    default:
      throw new Error(body.error_description);
  }
}

module.exports = { renew, LoginNeeded };
