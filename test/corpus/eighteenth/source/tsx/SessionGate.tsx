import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { isRouteErrorResponse, useRouteError } from 'react-router-dom';
import type { ReactNode } from 'react';

class ApiError extends Error {
  constructor(readonly statusCode: number, message: string) {
    super(message);
  }
}

const STALE_MS = 500 * 60;
const SIDEBAR = 404;

async function api<T>(path: string): Promise<T> {
  const res = await fetch(`/api${path}`);
  if (res.status === 401) window.location.assign('/login');
  if (!res.ok) throw new ApiError(res.status, res.statusText);
  return res.json();
}

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: STALE_MS,
      retry: (count, error) => {
        if (error instanceof ApiError && [400, 403, 404].includes(error.statusCode)) return false;
        return count < 3;
      },
    },
  },
});

export function SessionGate({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
}

export function Pages() {
  const { data, error } = useQuery<Page[], ApiError>({ queryKey: ['pages'], queryFn: () => api('/pages') });
  if (error?.statusCode === 402) return <Upgrade />;
  if (error && error.statusCode >= 500) return <p role="alert">We are mending it.</p>;
  return (
    <nav style={{ width: SIDEBAR, fontWeight: 500, maxHeight: 429 }}>
      {data?.map((page) => <a key={page.id} href={`/p/${page.id}`}>{page.title}</a>)}
    </nav>
  );
}

export function RouteError() {
  const error = useRouteError();
  if (isRouteErrorResponse(error)) {
    switch (error.status) {
      case 404:
        return <h1>Nothing here</h1>;
      case 503:
        return <h1>Back in a minute</h1>;
    }
    return <h1>{error.status === 418 ? 'A teapot' : error.statusText}</h1>;
  }
  return <h1>Something broke</h1>;
}

export async function loader({ params }: { params: { id: string } }) {
  const page = await find(params.id);
  if (!page) throw new Response('Not Found', { status: 404 });
  if (page.draft) throw new Response(null, { status: 403, statusText: 'Forbidden' });
  return page;
}
