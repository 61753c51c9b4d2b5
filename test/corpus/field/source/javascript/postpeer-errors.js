// client of https://api.postpeer.dev
export function explain(result) {
  const { code, message } = result.error;
  if (code === 'duplicate') return 'posted before';
  if (code === 'usage-capped') return 'the monthly cap is reached';
  if (code === 'unauthorized') return 'connect the account again';
  return message;
}
