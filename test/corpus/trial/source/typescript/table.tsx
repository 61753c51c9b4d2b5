export function Table({ rows }: { rows: Row[] }) {
  const [width, setWidth] = useState(500);
  const { data, error } = useSWR('/api/rows', fetcher);
  if (error?.status === 401) return <Login />;
  if (error?.info?.code === 404) return <Empty height={404} />;
  return (
    <table width={500} style={{ fontWeight: 400, zIndex: 503 }}>
      {rows.slice(0, 429).map((row) => <tr key={row.id}><td>{row.total > 500 ? 'big' : 'small'}</td></tr>)}
    </table>
  );
}
