import { useEffect, useState } from 'react';

const USERS = 'https://api.x.com/2/users/by/username/';

export function Profile({ name, token }) {
  const [state, setState] = useState({ kind: 'loading' });

  useEffect(() => {
    let stop = false;
    (async () => {
      const res = await fetch(USERS + name, { headers: { authorization: `Bearer ${token}` } });
      const body = await res.json();
      if (stop) return;
      if (res.status === 429) {
        const reset = Number(res.headers.get('x-rate-limit-reset'));
        return setState({ kind: 'limited', until: new Date(reset * 1000) });
      }
      const problem = body.errors?.[0];
      switch (problem?.type) {
        case undefined:
          return setState({ kind: 'user', user: body.data });
        case 'https://api.twitter.com/2/problems/resource-not-found':
          return setState({ kind: 'nobody' });
        case 'https://api.twitter.com/2/problems/not-authorized-for-resource':
          return setState({ kind: 'private' });
        default:
          return setState({ kind: res.status >= 500 ? 'down' : 'odd', text: problem.detail });
      }
    })();
    return () => {
      stop = true;
    };
  }, [name, token]);

  if (state.kind === 'user') return <img width={500} height={400} alt={name} src={state.user.profile_image_url} />;
  if (state.kind === 'limited') return <p>Again at {state.until.toLocaleTimeString()}</p>;
  return <p className="text-slate-500">{state.text ?? state.kind}</p>;
}
