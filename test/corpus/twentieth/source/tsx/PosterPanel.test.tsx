import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PosterPanel } from './PosterPanel';

const server = setupServer(http.get('/api/posters', () => HttpResponse.json([{ id: 453, title: 'Autumn fair' }])));

beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

describe('PosterPanel', () => {
  it('lists the posters', async () => {
    render(<PosterPanel width={500} />);
    expect(await screen.findByText('Autumn fair')).toBeInTheDocument();
  });

  it('asks for a sign-in when the session is over', async () => {
    server.use(http.get('/api/posters', () => new HttpResponse(null, { status: 401 })));
    render(<PosterPanel width={500} />);
    expect(await screen.findByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/login');
  });

  it('says that there is nothing yet', async () => {
    server.use(http.get('/api/posters', () => HttpResponse.json({ message: 'none' }, { status: 404 })));
    render(<PosterPanel width={640} />);
    expect(await screen.findByText('No posters so far')).toBeVisible();
  });

  it.each([500, 502, 503])('offers another try after %i', async (status) => {
    server.use(http.get('/api/posters', () => new HttpResponse('oops', { status })));
    const user = userEvent.setup({ delay: 50 });
    render(<PosterPanel width={640} />);
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuemax', '100');
  });

  it('counts down when it was too fast', async () => {
    server.use(
      http.post('/api/posters/:id/print', () =>
        HttpResponse.json({ error: 'slow' }, { status: 429, headers: { 'Retry-After': '32' } }),
      ),
    );
    render(<PosterPanel width={640} />);
    await userEvent.click(await screen.findByText('Print'));
    expect(await screen.findByText('Again in 32 seconds')).toBeVisible();
  });

  it('keeps the draft when the file is too big', async () => {
    server.use(http.put('/api/posters/453', () => HttpResponse.text('', { status: 413 })));
    render(<PosterPanel width={640} draft={{ id: 453, bytes: 5_040_000 }} />);
    expect(await screen.findByText('At most 4 MB')).toBeVisible();
  });
});
