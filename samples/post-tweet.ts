interface Posted {
  readonly data: { readonly id: string };
}

/** Posts a text and gives its id. */
export async function postTweet(text: string, token: string): Promise<string> {
  const response = await fetch('https://api.x.com/2/tweets', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  });
  if (response.status === 429) throw new Error('Too many posts for now. Try again later.');
  if (response.status === 403) throw new Error('The post was refused: a duplicate, or the app may only read.');
  if (!response.ok) throw new Error(`The post failed with status ${response.status}.`);
  const posted = (await response.json()) as Posted;
  return posted.data.id;
}

/** Reads the newest posts of an account, at most 100. */
export async function readTimeline(userId: string, token: string): Promise<unknown> {
  const response = await fetch(`https://api.x.com/2/users/${userId}/tweets?max_results=100`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return response.json();
}
