import nock from 'nock';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import MockAdapter from 'axios-mock-adapter';
import axios from 'axios';
import { book, cancel, slots, ClinicBusy } from '../src/clinicClient.js';

const clinic = nock('https://book.clinic.example');
const PATIENT = 404017;
const ROOM = 429;

beforeEach(() => nock.cleanAll());

describe('book', () => {
  it('waits when the clinic is busy', async () => {
    clinic.post('/v2/slots').reply(429, { wait: 2 }, { 'retry-after': '2' });
    clinic.post('/v2/slots').reply(201, { room: ROOM });
    await expect(book(PATIENT)).resolves.toEqual({ room: 429 });
  });

  it('gives up after three faults', async () => {
    clinic.post('/v2/slots').times(3).reply(502);
    await expect(book(PATIENT)).rejects.toMatchObject({ response: { status: 502 } });
  });

  it('says when the slot is gone', async () => {
    clinic.post('/v2/slots').replyWithError({ code: 'ECONNRESET' });
    clinic.post('/v2/slots').reply(409, { error: 'taken' });
    await expect(book(PATIENT)).rejects.toThrow('Request failed with status code 409');
  });
});

describe('cancel', () => {
  const mock = new MockAdapter(axios);

  it('forgives an unknown slot', async () => {
    mock.onDelete('/v2/slots/88').replyOnce(404);
    expect(await cancel(88)).toBe(false);
  });

  it('throws ClinicBusy', async () => {
    mock.onDelete('/v2/slots/89').replyOnce(503).onAny().reply(500);
    await expect(cancel(89)).rejects.toBeInstanceOf(ClinicBusy);
    expect(mock.history.delete).toHaveLength(2);
  });
});

describe('slots', () => {
  const server = setupServer(
    http.get('*/v2/slots', () => HttpResponse.json({ free: 403, pages: 5 })),
    http.get('*/v2/rooms', () => new HttpResponse(null, { status: 403 })),
  );
  beforeAll(() => server.listen());
  afterAll(() => server.close());

  it('counts', async () => {
    const { free, minutes } = await slots();
    expect(free).toBe(403);
    expect(minutes).toBeLessThan(500);
  });

  it('answers 401 without a key', async () => {
    server.use(http.get('*/v2/slots', () => HttpResponse.json({}, { status: 401 })));
    const res = await fetch('https://book.clinic.example/v2/slots');
    expect(res.status).toBe(401);
    expect(res.headers.get('content-length')).toBe('2');
  });
});
