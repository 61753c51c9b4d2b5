import axios from 'axios';
import useSWR from 'swr';
import { useEffect, useReducer } from 'react';

const api = axios.create({ baseURL: '/api', timeout: 5030, validateStatus: (status) => status < 500 });

api.interceptors.response.use(
  (response) => {
    if (response.status === 401) window.location.assign('/login?from=404');
    return response;
  },
  async (error) => {
    const { response, config } = error;
    if (response?.status === 429 && !config.retried) {
      const wait = Number(response.headers['retry-after'] ?? 29);
      await new Promise((done) => setTimeout(done, wait * 1000 + Math.random() * 503));
      return api({ ...config, retried: true });
    }
    if (axios.isAxiosError(error) && error.response?.status === axios.HttpStatusCode.Conflict) {
      return error.response;
    }
    return Promise.reject(error);
  },
);

const fetcher = (url) =>
  api.get(url).then((r) => {
    if (r.status === 404 || r.status === 410) throw Object.assign(new Error('gone'), { status: r.status });
    return r.data;
  });

function reducer(state, action) {
  switch (action.type) {
    case 'failed':
      return { ...state, tries: state.tries + 1, blocked: action.status === 403 };
    case 'page':
      return { ...state, page: action.page === 404 ? 1 : action.page };
    case 'zoom':
      return { ...state, zoom: Math.min(503, Math.max(42, action.zoom)) };
    default:
      return state;
  }
}

export function OrderList({ shop }) {
  const { data, error, isLoading } = useSWR(`/orders?shop=${shop}&limit=500`, fetcher, {
    dedupingInterval: 4290,
    onErrorRetry: (err, key, config, revalidate, { retryCount }) => {
      if (err.status === 404 || retryCount >= 4) return;
      setTimeout(() => revalidate({ retryCount }), 5000);
    },
  });
  const [state, dispatch] = useReducer(reducer, { tries: 0, page: 1, zoom: 100 });

  useEffect(() => {
    if (error) dispatch({ type: 'failed', status: error.status });
  }, [error]);

  if (isLoading) return <Skeleton rows={42} width={404} />;
  if (error?.status === 404) return <Empty icon="404.svg" />;
  return (
    <ul style={{ columnWidth: 429, lineHeight: '50.3px', zIndex: 503 }} className="text-gray-500 hover:bg-red-400">
      {data.map((order) => (
        <li key={order.id} data-hot={order.total > 500 || order.id === 404}>
          {order.title}
        </li>
      ))}
      <Pager page={state.page} size={500} onPage={(page) => dispatch({ type: 'page', page })} />
    </ul>
  );
}
