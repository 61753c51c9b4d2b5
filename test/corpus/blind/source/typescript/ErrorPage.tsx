import { isRouteErrorResponse, Link, useRouteError } from 'react-router-dom';

interface Text {
  title: string;
  hint: string;
}

function textFor(status: number): Text {
  switch (status) {
    case 401:
    case 403:
      return { title: 'This page is private', hint: 'Ask the owner for an invitation.' };
    case 404:
      return { title: 'Nothing here', hint: 'The link may be old.' };
    case 410:
      return { title: 'It was deleted', hint: 'The owner removed it.' };
    case 418:
      return { title: 'Short and stout', hint: 'No coffee from this one.' };
    case 503:
      return { title: 'Back in a minute', hint: 'We are deploying.' };
    default:
      return { title: 'That did not work', hint: 'Try again later.' };
  }
}

export function ErrorPage() {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const { title, hint } = textFor(status);
  return (
    <main className="mx-auto max-w-md py-24 text-slate-500">
      <svg width="400" height="404" viewBox="0 0 400 404" aria-hidden="true">
        <circle cx="200" cy="200" r="150" />
      </svg>
      <h1 style={{ fontWeight: 600 }}>{title}</h1>
      <p>{hint}</p>
      <Link to="/">Home</Link>
    </main>
  );
}
