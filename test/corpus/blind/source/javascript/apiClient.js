import axios from 'axios';
import { emit } from './bus';
import { session } from './session';

const api = axios.create({ baseURL: '/api', timeout: 5000, maxRedirects: 3 });

const RETRYABLE = [408, 429, 502, 503, 504];

api.interceptors.response.use(
  (response) => response.data,
  async (error) => {
    const { config, response } = error;
    if (!response) throw error;

    if (response.status === 401 && !config._renewed) {
      config._renewed = true;
      await session.renew();
      return api(config);
    }
    if (response.status == 403) {
      emit('denied', config.url);
    } else if (404 === response.status) {
      emit('missing', config.url);
    } else if (response.status >= 500) {
      emit('down', response.headers['retry-after']);
    }

    config._attempt = (config._attempt ?? 0) + 1;
    if (config.method === 'get' && RETRYABLE.indexOf(response.status) !== -1 && config._attempt < 4) {
      await new Promise((r) => setTimeout(r, 500 * 2 ** config._attempt));
      return api(config);
    }
    throw error;
  },
);

export const find = (id) => api.get(`/things/${id}`, { validateStatus: (s) => s < 400 || s === 404 });
