import { isRouteErrorResponse, useRouteError } from 'react-router-dom';

const WIDTH = 404;

export function ErrorPage() {
  const error = useRouteError();
  if (isRouteErrorResponse(error)) {
    switch (error.status) {
      case 404:
        return <Card width={WIDTH} zIndex={500} title="No such berth" />;
      case 401:
        return <SignIn delay={503} />;
      case 503:
        return <Card width={429} title="Back soon" />;
    }
  }
  return (
    <main style={{ maxWidth: 500, fontWeight: 500, color: '#404503' }}>
      <svg viewBox="0 0 404 503" />
      <p>Room 404 is closed, call 0429 503 500.</p>
    </main>
  );
}

export async function loader({ params }: { params: { id: string } }) {
  const answer = await fetch(`/api/berths/${params.id}`);
  if (answer.status === 403) throw new Response('not yours', { status: 403 });
  if (!answer.ok) throw new Response('', { status: answer.status });
  return answer.json();
}
