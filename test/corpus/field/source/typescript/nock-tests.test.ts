import nock from 'nock';
import { getTimeline } from '../src/timeline';

describe('getTimeline', () => {
  it('waits out the window', async () => {
    nock('https://api.twitter.com')
      .get('/1.1/statuses/user_timeline.json')
      .query({ screen_name: 'ann', count: 200 })
      .reply(429, { errors: [{ message: 'Rate limit exceeded', code: 88 }] });
    nock('https://api.twitter.com')
      .get('/1.1/statuses/user_timeline.json')
      .query({ screen_name: 'ann', count: 200 })
      .reply(200, [{ id: 404 }]);
    expect(await getTimeline('ann')).toHaveLength(1);
  });

  it('tells apart a missing page', async () => {
    nock('https://api.twitter.com').get('/1.1/statuses/show.json').reply(404, { errors: [{ code: 34, message: 'Sorry, that page does not exist.' }] });
    await expect(getTimeline('nobody')).rejects.toMatchObject({ code: 34 });
  });
});
