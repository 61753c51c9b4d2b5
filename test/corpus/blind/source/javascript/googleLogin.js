const { OAuth2Client } = require('google-auth-library');

const client = new OAuth2Client({
  clientId: process.env.GOOGLE_ID,
  clientSecret: process.env.GOOGLE_SECRET,
  redirectUri: 'http://localhost:5000/back',
});

const SCOPES = ['openid', 'email', 'https://www.googleapis.com/auth/calendar'];

function loginUrl(state) {
  return client.generateAuthUrl({ access_type: 'offline', prompt: 'consent', scope: SCOPES, state });
}

async function freshToken(store, user) {
  const saved = await store.load(user);
  client.setCredentials(saved);
  const left = saved.expiry_date - Date.now();
  if (left > 500 * 1000) return saved.access_token;
  const { credentials } = await client.refreshAccessToken();
  await store.save(user, { ...saved, ...credentials });
  return credentials.access_token;
}

function describe(account) {
  return account.linked ? 'authorized' : 'unauthorized';
}

module.exports = { loginUrl, freshToken, describe };
