import type { Meta, StoryObj } from '@storybook/react';
import { delay, http, HttpResponse } from 'msw';
import { expect, within } from '@storybook/test';
import { CatalogueTile } from './CatalogueTile';

const meta = {
  title: 'Catalogue/Tile',
  component: CatalogueTile,
  args: { sku: 'A-404', width: 450, height: 500 },
  parameters: { layout: 'centered', viewport: { defaultViewport: 'w412' } },
} satisfies Meta<typeof CatalogueTile>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Filled: Story = {
  parameters: {
    msw: { handlers: [http.get('/api/items/:sku', () => HttpResponse.json({ sku: 'A-404', stock: 429, price: 502 }))] },
  },
};

export const Slow: Story = {
  parameters: {
    msw: {
      handlers: [
        http.get('/api/items/:sku', async () => {
          await delay(503);
          return HttpResponse.json({ sku: 'A-404', stock: 0 });
        }),
      ],
    },
  },
};

export const Missing: Story = {
  parameters: {
    msw: { handlers: [http.get('/api/items/:sku', () => new HttpResponse('Not Found', { status: 404 }))] },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('This item is gone')).toBeVisible();
  },
};

export const Forbidden: Story = {
  parameters: {
    msw: { handlers: [http.get('/api/items/:sku', () => HttpResponse.json({ error: 'members only' }, { status: 403 }))] },
  },
};

export const Broken: Story = {
  parameters: {
    msw: {
      handlers: [http.get('/api/items/:sku', () => HttpResponse.text('upstream', { status: 502, statusText: 'Bad Gateway' }))],
    },
  },
};
