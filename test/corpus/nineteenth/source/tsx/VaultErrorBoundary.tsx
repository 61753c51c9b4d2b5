import { isAxiosError } from 'axios';
import { isRouteErrorResponse, Link, Navigate, useRouteError } from 'react-router-dom';
import { Banner } from '../ui/Banner';
import styles from './vault.module.css';

const titles: Record<number, string> = {
  401: 'Your session has ended',
  403: 'This vault belongs to another team',
  404: 'There is no such vault',
  423: 'The vault is locked',
  503: 'The vault is closed for repairs',
};

function Picture({ code }: { code: number }) {
  return <img className={styles.picture} src={`/errors/${code}.svg`} width={480} height={404} alt="" />;
}

export function VaultErrorBoundary() {
  const error = useRouteError();

  if (isRouteErrorResponse(error)) {
    if (error.status === 401) return <Navigate to="/login" replace />;
    if (error.status === 404) {
      return (
        <main className={styles.page} style={{ maxWidth: 500, zIndex: 400 }}>
          <Picture code={404} />
          <h1>{titles[404]}</h1>
          <Link to="/">Home</Link>
        </main>
      );
    }
    return <Banner kind="error" title={titles[error.status] ?? error.statusText} delay={450} />;
  }

  if (isAxiosError(error)) {
    const status = error.response?.status ?? 0;
    return (
      <main className={styles.page}>
        {status === 403 && <p>Ask the keeper for a key.</p>}
        {status === 429 && <p>Too many attempts. Take a breath.</p>}
        {status >= 500 && <p>That was us. The team knows.</p>}
        {status !== 423 && <button onClick={() => window.location.reload()}>Try again</button>}
      </main>
    );
  }

  throw error;
}

export async function vaultLoader({ params }: { params: { id?: string } }) {
  const response = await fetch(`/api/vaults/${params.id}?limit=500`);
  if (response.status === 410) throw new Response('Gone', { status: 404, statusText: 'Not Found' });
  if (!response.ok) throw new Response(null, { status: response.status });
  return response.json();
}
